package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;

/** Pieces of a day for tests of rules: hours are those of 15 June, UTC. */
final class ADay {
    static final PersonId WANG = new PersonId(UUID.randomUUID());

    private ADay() {}

    static Instant at(int hour, int minute) {
        return Instant.parse("2026-06-15T00:00:00Z").plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(minute));
    }

    static Period period(int from, int to) {
        return new Period(at(from, 0), at(to, 0));
    }

    static Shift shift(int from, int to, Shift.Kind kind) {
        return new Shift(UUID.randomUUID(), period(from, to), kind);
    }

    static Absence absence(int from, int to) {
        return new Absence(UUID.randomUUID(), period(from, to), Absence.Reason.TRAINING, "");
    }

    static DayMaterial.Diary diary(List<Shift> shifts, Absence... absences) {
        return new DayMaterial.Diary(new Engineer(WANG, "E-1", "王伟", Optional.empty(), Optional.empty(), ZoneId.of("UTC"), true, new OrgPath("house"), 0,
                List.of(), Optional.empty()), shifts, List.of(absences));
    }

    static DayMaterial.Visit visit(Period period, AppointmentStatus status, Optional<Instant> due) {
        boolean there = status == AppointmentStatus.ON_SITE || status == AppointmentStatus.DONE;
        WorkOrderSummary order = new WorkOrderSummary(new WorkOrderId(UUID.randomUUID()), "W-1", new CaseId(UUID.randomUUID()), "C-1", WorkOrderStatus.RELEASED,
                "REPAIR", "硬盘报警", Priority.P2, new AccountId(UUID.randomUUID()), new SiteId(UUID.randomUUID()), Optional.empty(), Optional.empty(), Optional.empty(), 60, 1, 1,
                "FIRST_VISIT", Optional.of(WANG), due, at(0, 0), new OrgPath("house"));
        return new DayMaterial.Visit("V-1", 0, WANG, List.of(), period, status, there ? Optional.of(period.startsAt()) : Optional.empty(),
                status == AppointmentStatus.DONE ? Optional.of(period.endsAt()) : Optional.empty(), Optional.empty(),
                new DayMaterial.Job(order, Optional.empty(), Optional.empty()));
    }
}
