/** Hears how cases go on and how they end. */
@NullMarked
package org.firstfix.knowledge.reaction;

import org.jspecify.annotations.NullMarked;
