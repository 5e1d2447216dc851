/** The clock with its milestones, and calendars as data. */
@NullMarked
package org.firstfix.sla.domain;

import org.jspecify.annotations.NullMarked;
