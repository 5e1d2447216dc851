/** What happens to clocks and calendars. */
@NamedInterface("use-cases")
@NullMarked
package org.firstfix.sla.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
