/** What was acknowledged survives: the real server and its real database are killed under load. */
@NullMarked
package org.firstfix.durability;

import org.jspecify.annotations.NullMarked;
