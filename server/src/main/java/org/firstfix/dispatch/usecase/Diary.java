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
import org.firstfix.dispatch.domain.Crew;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Finding;
import org.firstfix.dispatch.domain.OverlapPolicies;
import org.firstfix.dispatch.domain.OverlapPolicy;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.SlotHolds;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** Looks into the diaries of engineers before something is written into them. */
@Component
public class Diary {
    /** What somebody may do who carries out visits with the phone. */
    private static final String ON_THE_PHONE = "appointment.carry-out";

    private final Work work;
    private final OrganizationApi organization;
    private final Engineers engineers;
    private final Appointments appointments;
    private final SlotHolds holds;
    private final OverlapPolicies policies;
    private final Clock clock;

    Diary(Work work, OrganizationApi organization, Engineers engineers, Appointments appointments, SlotHolds holds, OverlapPolicies policies, Clock clock) {
        this.work = work;
        this.organization = organization;
        this.engineers = engineers;
        this.appointments = appointments;
        this.holds = holds;
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
    public Look look(Crew crew, WorkOrderSummary workOrder, Period wanted, Optional<AppointmentId> except) {
        OverlapPolicy policy = policies.inForce(crew.lead().orgPath());
        List<Look> looks = crew.everybody().stream().map(engineer -> look(engineer, policy, workOrder, wanted, except)).toList();
        return new Look(looks.stream().flatMap(look -> look.findings().stream()).distinct().toList(),
                looks.stream().flatMap(look -> look.overlapping().stream()).toList(), policy);
    }

    private Look look(Engineer engineer, OverlapPolicy policy, WorkOrderSummary workOrder, Period wanted, Optional<AppointmentId> except) {
        List<Finding> findings = new ArrayList<>(BookingRules.check(engineer, visit(workOrder), wanted,
                engineers.shifts(engineer.id(), wanted), engineers.absences(engineer.id(), wanted), clock.instant()));
        theVisitIsWithinReach(engineer, workOrder).ifPresent(findings::add);
        // Somebody from another branch may have booked the engineer: that counts, whoever may see it.
        List<Appointment> overlapping = work.asTheHouse("look into a diary",
                () -> appointments.overlapping(engineer.id(), wanted, except));
        work.asTheHouse("look into a diary", () -> holds.overlapping(engineer.id(), wanted, workOrder.id(), clock.instant())).forEach(hold ->
                findings.add(new Finding(Finding.Code.HELD, true, Map.of("startsAt", hold.period().startsAt().toString(),
                        "endsAt", hold.period().endsAt().toString(), "until", hold.expiresAt().toString()))));
        overlapping.forEach(other -> findings.add(new Finding(Finding.Code.OVERLAPS, policy == OverlapPolicy.FORBIDDEN, named(other))));
        return new Look(findings.stream().map(finding -> finding.concernsTheVisit() ? finding : finding.about(engineer)).toList(), overlapping, policy);
    }

    /** Who is lent to another branch needs a role there, or the phone does not show the visit. Who does not sign in is told otherwise. */
    private Optional<Finding> theVisitIsWithinReach(Engineer engineer, WorkOrderSummary visit) {
        if (visit.orgPath().isWithin(engineer.orgPath())) {
            return Optional.empty();
        }
        return work.asTheHouse("look at roles", () -> organization.person(engineer.id()).userId().isEmpty()
                || organization.holdersOf(ON_THE_PHONE, visit.orgPath()).stream().anyMatch(person -> person.id().equals(engineer.id())))
                ? Optional.empty() : Optional.of(Finding.hard(Finding.Code.OUT_OF_REACH, Map.of()));
    }

    public static BookingRules.Visit visit(WorkOrderSummary workOrder) {
        return new BookingRules.Visit(workOrder.requiredSkill(), workOrder.dueAt(), workOrder.orgPath(), workOrder.status());
    }

    /** @throws Problem 409 if something forbids it, or an overlap was not agreed to */
    void require(Look look, boolean acceptOverlap) {
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
            throw Problem.conflict("dispatch.engineer-" + finding.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Map.of("engineer", finding.values().getOrDefault("engineer", ""), "findings", look.findings()));
        });
    }

    private static Map<String, Object> named(Appointment other) {
        return Map.of("number", other.facts().number(), "startsAt", other.plan().period().startsAt().toString(),
                "endsAt", other.plan().period().endsAt().toString());
    }
}
