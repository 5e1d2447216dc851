package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.AppointmentId;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.BookingRules;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Finding;
import org.firstfix.dispatch.domain.OverlapPolicies;
import org.firstfix.dispatch.domain.OverlapPolicy;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** Looks into an engineer's diary before something is written into it. */
@Component
public class Diary {
    private final Work work;
    private final Engineers engineers;
    private final Appointments appointments;
    private final OverlapPolicies policies;
    private final Clock clock;

    Diary(Work work, Engineers engineers, Appointments appointments, OverlapPolicies policies, Clock clock) {
        this.work = work;
        this.engineers = engineers;
        this.appointments = appointments;
        this.policies = policies;
        this.clock = clock;
    }

    /** What was found, and the policy it was judged by. */
    public record Look(List<Finding> findings, List<Appointment> overlapping, OverlapPolicy policy) {
        public boolean isForbidden() {
            return findings.stream().anyMatch(Finding::hard);
        }
    }

    /** @param except the appointment that is being moved */
    public Look look(Engineer engineer, WorkOrderSummary workOrder, Period wanted, Optional<AppointmentId> except) {
        List<Finding> findings = new ArrayList<>(BookingRules.check(engineer, visit(workOrder), wanted,
                engineers.shifts(engineer.id(), wanted), engineers.absences(engineer.id(), wanted), clock.instant()));
        OverlapPolicy policy = policies.inForce(engineer.orgPath());
        // Somebody from another branch may have booked the engineer: that counts, whoever may see it.
        List<Appointment> overlapping = work.asTheHouse("look into a diary",
                () -> appointments.overlapping(engineer.id(), wanted, except));
        overlapping.forEach(other -> findings.add(new Finding(Finding.Code.OVERLAPS, policy == OverlapPolicy.FORBIDDEN, named(other))));
        return new Look(findings, overlapping, policy);
    }

    public static BookingRules.Visit visit(WorkOrderSummary workOrder) {
        return new BookingRules.Visit(workOrder.requiredSkill(), workOrder.dueAt(), workOrder.orgPath(), workOrder.status());
    }

    /** @throws Problem 409 if something forbids it, or an overlap was not agreed to */
    void require(Look look, Engineer engineer, boolean acceptOverlap) {
        for (Appointment other : look.overlapping()) {
            switch (look.policy()) {
                case FORBIDDEN -> throw Problem.conflict("dispatch.overlap-forbidden", named(other));
                case WARNED -> {
                    if (!acceptOverlap) {
                        throw Problem.conflict("dispatch.overlap-not-accepted", named(other));
                    }
                }
                case ALLOWED -> {}
            }
        }
        look.findings().stream().filter(Finding::hard).findFirst().ifPresent(finding -> {
            throw Problem.conflict("dispatch.engineer-" + finding.code().name().toLowerCase(Locale.ROOT),
                    Map.of("engineer", engineer.name(), "findings", look.findings()));
        });
    }

    private static Map<String, Object> named(Appointment other) {
        return Map.of("number", other.facts().number(), "startsAt", other.plan().period().startsAt().toString(),
                "endsAt", other.plan().period().endsAt().toString());
    }
}
