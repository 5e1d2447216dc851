package org.firstfix.dispatch.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** Hours in which roads are about equally full. Each has a curve of its own in a {@link TravelProfile}. */
public enum HourBand {
    /** Working days from 7:00 to 10:00. */
    MORNING_PEAK,
    /** Working days from 10:00 to 16:00. */
    DAYTIME,
    /** Working days from 16:00 to 19:00. */
    EVENING_PEAK,
    /** Working days before 7:00 and from 19:00 on, and all of Saturday and Sunday. */
    QUIET;

    public static HourBand of(DayOfWeek day, LocalTime time) {
        int hour = time.getHour();
        if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY || hour < 7 || hour >= 19) {
            return QUIET;
        }
        return hour < 10 ? MORNING_PEAK : hour < 16 ? DAYTIME : EVENING_PEAK;
    }
}
