/**
 * Technicians with a home, skills, tools and parts in the van, who may pick up more at the depot: the problem of Pillac, Guéret and Medaglia (2012).
 */
@NullMarked
package org.firstfix.routing.technician;

import org.jspecify.annotations.NullMarked;
