package org.firstfix.sla.domain;

import org.firstfix.worktime.WorkTime;

/** Where the hours behind a key come from. */
public interface Times {
    WorkTime on(CalendarKey calendar);
}
