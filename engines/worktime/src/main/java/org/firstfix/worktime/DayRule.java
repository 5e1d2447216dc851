package org.firstfix.worktime;

import java.util.Locale;

/** Which rule of a calendar decided the hours of a date; the stronger rule stands further down. */
public enum DayRule {

    /** The weekly pattern. */
    WEEKLY_HOURS,

    /** The weekly pattern, for want of better: the official days of that year are not known to the calendar. */
    UNCONFIRMED_WEEK,

    /** A public holiday: closed. */
    OFFICIAL_HOLIDAY,

    /** A day worked in exchange for a holiday: opens with the hours of a Monday. */
    MAKE_UP_DAY,

    /** A date the operator treats differently. */
    SPECIAL_DATE,

    /** A date one contract treats differently. */
    CONTRACT_EXCEPTION;

    /** Key of the text shown to people, for example {@code make-up-day}. */
    public String textKey() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
