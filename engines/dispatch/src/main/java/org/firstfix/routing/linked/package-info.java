/** Visits of two people that begin together or one after the other: the home care problem of Mankowska, Meisel and Bierwirth (2014). */
@NullMarked
package org.firstfix.routing.linked;

import org.jspecify.annotations.NullMarked;
