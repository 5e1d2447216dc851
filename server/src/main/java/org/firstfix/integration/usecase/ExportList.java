package org.firstfix.integration.usecase;

import java.time.Clock;
import java.time.ZoneId;
import org.firstfix.integration.ListExported;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Somebody takes a list out of the house. It is written down before the first row leaves. */
@Component
@Permission("export.run")
public final class ExportList {
    private final Work work;
    private final OrganizationApi organization;
    private final Announcements announcements;
    private final Clock clock;

    ExportList(Work work, OrganizationApi organization, Announcements announcements, Clock clock) {
        this.work = work;
        this.organization = organization;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String list, String format, String filter) {}

    /** @return the zone in which the file writes its moments: that of the exporter's place */
    public ZoneId handle(Command command) {
        return work.perform(this, () -> {
            Actor actor = Actors.current();
            OrgPath home = actor.home().orElseThrow(() -> Problem.forbidden("export.run"));
            announcements.announce(new ListExported(command.list(), command.format(), command.filter(), home, clock.instant()));
            return organization.findUnitAt(home).orElseThrow(() -> Problem.notFound("organisation unit", home)).zone();
        });
    }
}
