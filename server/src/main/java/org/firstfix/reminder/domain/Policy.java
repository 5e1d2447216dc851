package org.firstfix.reminder.domain;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.platform.problem.Problem;
import org.firstfix.reminder.Channel;
import org.firstfix.reminder.Moment;

/**
 * How people are reminded of one kind of duty.
 *
 * @param before none: no first reminder
 * @param escalateAfter working time after it is due; none: nobody above is told
 * @param escalateEvery working time until the next level hears
 * @param escalationRole who is told at a unit
 */
public record Policy(String code, String nameZh, String nameEn, String calendarCode, boolean remindOnArrival, Optional<Before> before,
        Optional<Duration> escalateAfter, Duration escalateEvery, String escalationRole, Map<Moment, Set<Channel>> channels,
        Optional<QuietHours> quietHours, int version) {
    public static final String HOUSE_DEFAULT = "DEFAULT";

    /** The first reminder: so much working time before, or when only a share of the time is left. */
    public sealed interface Before {
        record Minutes(int minutes) implements Before {}

        record PercentLeft(int percent) implements Before {}

        /** How much of the whole time is left when it is given. */
        default Duration leftOf(Duration whole) {
            return switch (this) {
                case Minutes(int minutes) -> Duration.ofMinutes(minutes);
                case PercentLeft(int percent) -> whole.multipliedBy(percent).dividedBy(100);
            };
        }
    }

    public Policy inVersion(int other) {
        return new Policy(code, nameZh, nameEn, calendarCode, remindOnArrival, before, escalateAfter, escalateEvery, escalationRole, channels,
                quietHours, other);
    }

    public Set<Channel> channelsAt(Moment moment) {
        return channels.getOrDefault(moment, Set.of());
    }

    /** A moment that reaches nobody is a trap: it looks as if somebody were told. */
    public void everyMomentReachesSomebody() {
        require(Moment.ARRIVAL, remindOnArrival, "arrivalChannels");
        require(Moment.BEFORE_DUE, before.isPresent(), "beforeChannels");
        require(Moment.ESCALATION, escalateAfter.isPresent(), "escalationChannels");
    }

    private void require(Moment moment, boolean happens, String field) {
        if (happens && channelsAt(moment).isEmpty()) {
            throw Problem.invalidField(field, "reminder.channel-missing", Map.of());
        }
    }
}
