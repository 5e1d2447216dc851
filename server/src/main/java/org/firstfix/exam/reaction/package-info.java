/** What went wrong below, and is worth learning from. */
@NullMarked
package org.firstfix.exam.reaction;

import org.jspecify.annotations.NullMarked;
