package org.firstfix.dispatch.usecase;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.domain.Shift;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The same working hours on some weekdays of a span of days; days that have a shift then keep theirs. */
@Component
@Permission("engineer.maintain")
public final class PlanShifts {
    private static final int MOST_DAYS = 400;

    private final Work work;
    private final Engineers engineers;
    private final Occasions occasions;

    PlanShifts(Work work, Engineers engineers, Occasions occasions) {
        this.work = work;
        this.engineers = engineers;
        this.occasions = occasions;
    }

    /** @param until the last day; an {@code endsAt} not after {@code startsAt} lies on the next day */
    public record Command(String engineerCode, LocalDate from, LocalDate until, Set<DayOfWeek> weekdays, LocalTime startsAt,
            LocalTime endsAt, Shift.Kind kind) {}

    /** @param kept days on which there was a shift already */
    public record Planned(int added, int kept) {}

    public Planned handle(Command command) {
        if (command.until().isBefore(command.from()) || command.from().plusDays(MOST_DAYS).isBefore(command.until())) {
            throw Problem.invalidField("until", "dispatch.span-not-possible", Map.of("days", MOST_DAYS));
        }
        return work.perform(this, () -> {
            Engineer engineer = engineers.load(command.engineerCode());
            int added = 0;
            int kept = 0;
            for (LocalDate day = command.from(); !day.isAfter(command.until()); day = day.plusDays(1)) {
                if (command.weekdays().contains(day.getDayOfWeek())) {
                    if (engineers.addShift(engineer, new Shift(UUID.randomUUID(), period(engineer, day, command), command.kind()))) {
                        added++;
                        lengthened(engineer, period(engineer, day, command), command.kind());
                    } else {
                        kept++;
                    }
                }
            }
            return new Planned(added, kept);
        });
    }

    /** Overtime was agreed to; usual shifts are planned when their day comes. */
    private void lengthened(Engineer engineer, Period period, Shift.Kind kind) {
        if (kind == Shift.Kind.OVERTIME) {
            occasions.happened(PlanVersion.Cause.OVERTIME, engineer.orgPath(), period.startsAt(), engineer.zone(), engineer.code());
        }
    }

    private static Period period(Engineer engineer, LocalDate day, Command command) {
        LocalDate last = command.endsAt().isAfter(command.startsAt()) ? day : day.plusDays(1);
        Instant start = day.atTime(command.startsAt()).atZone(engineer.zone()).toInstant();
        return new Period(start, last.atTime(command.endsAt()).atZone(engineer.zone()).toInstant());
    }
}
