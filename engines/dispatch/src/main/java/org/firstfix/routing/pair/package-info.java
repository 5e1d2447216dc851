/** A pick-up and its delivery by the same vehicle, in this order: the problem of Li and Lim (2003). The two are one unit, all or none. */
@NullMarked
package org.firstfix.routing.pair;

import org.jspecify.annotations.NullMarked;
