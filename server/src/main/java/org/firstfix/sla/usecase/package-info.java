/** What happens to clocks and calendars. */
@NullMarked
package org.firstfix.sla.usecase;

import org.jspecify.annotations.NullMarked;
