package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.dispatch.AppointmentSummary;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.EngineerSkills;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.query.DispatchTerms;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.workorder.WorkOrderId;
import org.springframework.stereotype.Component;

/** What other modules ask of this one. */
@Component
class DispatchAnswers implements DispatchApi {
    private final Appointments appointments;
    private final Engineers engineers;
    private final DispatchTerms terms;
    private final AwardSkill awardSkill;
    private final Clock clock;

    DispatchAnswers(Appointments appointments, Engineers engineers, DispatchTerms terms, AwardSkill awardSkill, Clock clock) {
        this.appointments = appointments;
        this.engineers = engineers;
        this.terms = terms;
        this.awardSkill = awardSkill;
        this.clock = clock;
    }

    @Override
    public Optional<AppointmentSummary> currentOf(WorkOrderId id) {
        return appointments.viewCurrentOf(id).map(DispatchAnswers::summary);
    }

    @Override
    public List<AppointmentSummary> ofWorkOrder(WorkOrderId id) {
        return appointments.allOf(id).stream().map(DispatchAnswers::summary).toList();
    }

    @Override
    public Optional<Dedication> dedicationOf(AccountId id) {
        return engineers.dedicationOf(id);
    }

    @Override
    public Optional<EngineerSkills> skillsOf(PersonId id) {
        return engineers.find(id).map(this::skills);
    }

    @Override
    public List<EngineerSkills> engineers(DataScope scope, Optional<String> skill) {
        return engineers.inUse(scope, skill).stream().map(this::skills).toList();
    }

    @Override
    public boolean knowsSkill(String skill) {
        return terms.skills().stream().anyMatch(term -> term.code().equals(skill));
    }

    @Override
    public EngineerSkills.Held awardSkill(PersonId engineer, String skill, int level, Optional<LocalDate> validUntil, String reason) {
        Engineer.Skill after = awardSkill.award(engineer, skill, level, validUntil, reason);
        return new EngineerSkills.Held(after.code(), after.level(), after.expiresOn(), true);
    }

    private EngineerSkills skills(Engineer engineer) {
        LocalDate today = engineer.dayOf(clock.instant());
        return new EngineerSkills(engineer.id(), engineer.code(), engineer.name(), engineer.active(), engineer.orgPath(), today, engineer.skills().stream()
                .map(skill -> new EngineerSkills.Held(skill.code(), skill.level(), skill.expiresOn(), skill.countsOn(today))).toList());
    }

    private static AppointmentSummary summary(Appointment appointment) {
        Appointment.Plan plan = appointment.plan();
        return new AppointmentSummary(appointment.facts().id(), appointment.facts().number(), appointment.facts().workOrderId(),
                plan.engineerId(), plan.crew(), appointment.status(), plan.period().startsAt(), plan.period().endsAt(),
                appointment.course().arrivedAt());
    }
}
