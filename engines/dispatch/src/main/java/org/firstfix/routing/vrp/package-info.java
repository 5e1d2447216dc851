/** Equal vehicles from one depot under time windows: the classic problem, on which search methods are compared. */
@NullMarked
package org.firstfix.routing.vrp;

import org.jspecify.annotations.NullMarked;
