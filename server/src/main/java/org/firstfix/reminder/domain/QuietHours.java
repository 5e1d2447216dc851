package org.firstfix.reminder.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.firstfix.platform.problem.Problem;

/** Hours of the day in which nobody is disturbed; an end before its beginning lies on the next day. */
public record QuietHours(LocalTime from, LocalTime until) {
    public QuietHours {
        if (from.equals(until)) {
            throw Problem.invalidField("quietUntil", "reminder.quiet-all-day", Map.of("time", from.toString()));
        }
    }

    /** When somebody may be told what comes up at that moment: at once, or when it is no longer quiet where they are. */
    public Instant heldBack(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (!isQuiet(time)) {
            return at;
        }
        boolean endsTomorrow = !time.isBefore(from) && until.isBefore(from);
        return local.toLocalDate().plusDays(endsTomorrow ? 1 : 0).atTime(until).atZone(zone).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        boolean overnight = until.isBefore(from);
        return overnight ? !time.isBefore(from) || time.isBefore(until) : !time.isBefore(from) && time.isBefore(until);
    }
}
