package org.firstfix.sla.domain;

import java.time.ZoneId;

/**
 * Names hours exactly: with the same key an answer is the same for ever.
 *
 * @param version the newest version of the calendar that was known
 * @param officialRevision the newest official notice that was known; 0 for none
 * @param zone of the site; a calendar with a zone of its own does not look at it
 */
public record CalendarKey(String code, int version, int officialRevision, ZoneId zone) {}
