/** Teams of technicians formed anew each day: the problem of France Telecom in the ROADEF challenge of 2007. No travel. */
@NullMarked
package org.firstfix.routing.team;

import org.jspecify.annotations.NullMarked;
