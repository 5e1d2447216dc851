package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.WorkingDaySet;
import org.firstfix.dispatch.domain.WorkingDay;
import org.firstfix.dispatch.domain.WorkingDays;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Where a part of the house hands parts out, and when its engineers have their break. */
@Component
@Permission("dispatch.policy")
public final class SetWorkingDay {
    private final Work work;
    private final WorkingDays days;
    private final OrganizationApi organization;
    private final Announcements announcements;
    private final Clock clock;

    SetWorkingDay(Work work, WorkingDays days, OrganizationApi organization, Announcements announcements, Clock clock) {
        this.work = work;
        this.days = days;
        this.organization = organization;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param day none: as the unit above has it
     * @param expectedVersion 0 where the unit has none of its own
     */
    public record Command(String unitCode, Optional<WorkingDay> day, String reason, int expectedVersion) {}

    public void handle(Command command) {
        command.day().ifPresent(WorkingDay::check);
        work.perform(this, () -> {
            OrgUnitSummary unit = organization.findUnitByCode(command.unitCode())
                    .filter(found -> Actors.current().scope().contains(found.path()))
                    .orElseThrow(() -> Problem.notFound("org-unit", command.unitCode()));
            if (!days.set(unit.path(), command.day(), command.expectedVersion())) {
                Optional<WorkingDays.Own> current = Optional.ofNullable(days.all().get(unit.path()));
                throw Problem.stale(command.expectedVersion(), current.map(WorkingDays.Own::version).orElse(0),
                        current.<Object>map(WorkingDays.Own::day).orElse(Map.of()));
            }
            announcements.announce(new WorkingDaySet(unit.code(), command.day().map(WorkingDay::terms).orElse(Map.of()), unit.path(), clock.instant(),
                    command.reason()));
        });
    }
}
