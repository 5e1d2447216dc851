package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderStatus;

/** What speaks against sending an engineer at a time. Each rule by its name; only two of them forbid. */
public final class BookingRules {
    private BookingRules() {}

    /** The visit that somebody is wanted for. */
    public record Visit(Optional<String> requiredSkill, Optional<Instant> dueAt, OrgPath orgPath, WorkOrderStatus status) {}

    public static List<Finding> check(Engineer engineer, Visit visit, Period wanted, List<Shift> shifts, List<Absence> absences,
            Instant now) {
        List<Finding> findings = new ArrayList<>();
        theEngineerIsActive(engineer).ifPresent(findings::add);
        theEngineerIsNotAbsent(absences, wanted).ifPresent(findings::add);
        theEngineerHasTheSkill(engineer, visit.requiredSkill(), wanted.startsAt()).ifPresent(findings::add);
        theVisitLiesInsideAShift(shifts, wanted).ifPresent(findings::add);
        theVisitBeginsBeforeItIsDue(visit.dueAt(), wanted.startsAt()).ifPresent(findings::add);
        theVisitLiesAhead(wanted, now).ifPresent(findings::add);
        theEngineerBelongsToTheBranch(engineer.orgPath(), visit.orgPath()).ifPresent(findings::add);
        nothingIsWaitedFor(visit.status()).ifPresent(findings::add);
        return findings;
    }

    static Optional<Finding> theEngineerIsActive(Engineer engineer) {
        return engineer.active() ? Optional.empty() : Optional.of(Finding.hard(Finding.Code.INACTIVE, Map.of()));
    }

    static Optional<Finding> theEngineerIsNotAbsent(List<Absence> absences, Period wanted) {
        return absences.stream().filter(absence -> absence.period().overlaps(wanted)).findFirst()
                .map(absence -> Finding.hard(Finding.Code.ABSENT, Map.of("reason", absence.reason().name(),
                        "until", absence.period().endsAt().toString())));
    }

    static Optional<Finding> theEngineerHasTheSkill(Engineer engineer, Optional<String> required, Instant at) {
        if (required.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> values = Map.of("skill", required.get());
        return engineer.skill(required.get()).map(skill -> skill.countsOn(engineer.dayOf(at)) ? Optional.<Finding>empty()
                        : Optional.of(Finding.warning(Finding.Code.SKILL_EXPIRED, values)))
                .orElseGet(() -> Optional.of(Finding.warning(Finding.Code.SKILL_MISSING, values)));
    }

    static Optional<Finding> theVisitLiesInsideAShift(List<Shift> shifts, Period wanted) {
        boolean inside = shifts.stream().anyMatch(shift -> shift.period().covers(wanted));
        return inside ? Optional.empty() : Optional.of(Finding.warning(Finding.Code.OUTSIDE_SHIFT, Map.of()));
    }

    static Optional<Finding> theVisitBeginsBeforeItIsDue(Optional<Instant> dueAt, Instant startsAt) {
        return dueAt.filter(startsAt::isAfter)
                .map(due -> Finding.warning(Finding.Code.AFTER_DUE, Map.of("dueAt", due.toString())));
    }

    static Optional<Finding> theVisitLiesAhead(Period wanted, Instant now) {
        return wanted.endsAt().isAfter(now) ? Optional.empty()
                : Optional.of(Finding.warning(Finding.Code.IN_THE_PAST, Map.of()));
    }

    static Optional<Finding> theEngineerBelongsToTheBranch(OrgPath engineer, OrgPath visit) {
        return engineer.isWithin(visit) || visit.isWithin(engineer) ? Optional.empty()
                : Optional.of(Finding.warning(Finding.Code.OTHER_BRANCH, Map.of("orgPath", engineer.value())));
    }

    static Optional<Finding> nothingIsWaitedFor(WorkOrderStatus status) {
        return switch (status) {
            case WAITING_FOR_PART -> Optional.of(Finding.warning(Finding.Code.PART_NOT_HERE, Map.of()));
            case WAITING_FOR_CUSTOMER -> Optional.of(Finding.warning(Finding.Code.CUSTOMER_NOT_READY, Map.of()));
            case RELEASED, IN_WORK, HANDED_OVER, ENDED_OPEN, COMPLETED, CANCELLED -> Optional.empty();
        };
    }
}
