/** What the screens read. */
@NullMarked
package org.firstfix.sla.query;

import org.jspecify.annotations.NullMarked;
