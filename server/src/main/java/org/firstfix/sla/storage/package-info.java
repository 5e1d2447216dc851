/** The only writer of the clock's tables. */
@NullMarked
package org.firstfix.sla.storage;

import org.jspecify.annotations.NullMarked;
