package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import org.firstfix.dispatch.TravelProfileChosen;
import org.firstfix.dispatch.domain.TravelProfiles;
import org.firstfix.dispatch.domain.TravelProfiles.Choice;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Takes over a travel profile, or goes back to an older one or to the house's own. */
@Component
@Permission("dispatch.policy")
public final class ChooseTravelProfile {
    private final Work work;
    private final TravelProfiles profiles;
    private final Announcements announcements;
    private final Clock clock;

    ChooseTravelProfile(Work work, TravelProfiles profiles, Announcements announcements, Clock clock) {
        this.work = work;
        this.profiles = profiles;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param number {@link TravelProfiles#HOUSE} for the house's own
     * @param held whether no night may change it; otherwise whatever wins takes over
     * @param version of the choice it is based on
     */
    public record Command(OrgPath branch, int number, boolean held, String reason, int version) {}

    /** @return the version of the choice. @throws Problem 404 if there is no such profile, 412 if somebody chose meanwhile */
    public int handle(Command command) {
        return work.perform(this, () -> {
            if (!Actors.current().scope().contains(command.branch())) {
                throw Problem.notFound("org-unit", command.branch().value());
            }
            Instant now = clock.instant();
            Choice before = profiles.hold(command.branch());
            if (before.version() != command.version()) {
                throw Problem.stale(command.version(), before.version(), before);
            }
            if (command.number() != TravelProfiles.HOUSE && profiles.find(command.branch(), command.number()).isEmpty()) {
                throw Problem.notFound("travel-profile", Integer.toString(command.number()));
            }
            profiles.choose(new Choice(command.branch(), command.number(), command.held(), command.reason(), Actors.current().name(), now,
                    before.measuredAt(), command.version()));
            announcements.announce(new TravelProfileChosen(command.number(), before.number(), command.held(), command.reason(), command.branch(), now));
            return command.version() + 1;
        });
    }
}
