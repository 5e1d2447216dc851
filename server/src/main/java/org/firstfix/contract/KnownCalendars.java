package org.firstfix.contract;

/** Which calendars a coverage code may name. Answered by the module that keeps them, which lies above this one. */
public interface KnownCalendars {
    boolean exists(String calendarCode);
}
