/** The clock with its milestones, and calendars as data. */
@NamedInterface("use-cases")
@NullMarked
package org.firstfix.sla.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
