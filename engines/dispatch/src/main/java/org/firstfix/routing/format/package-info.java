/** Files of public benchmark sets and of our own: readers, solutions, and checks that share nothing with the search. */
@NullMarked
package org.firstfix.routing.format;

import org.jspecify.annotations.NullMarked;
