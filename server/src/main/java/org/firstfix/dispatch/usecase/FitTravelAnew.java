package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.TravelProfileChosen;
import org.firstfix.dispatch.domain.AProfileHasToWin;
import org.firstfix.dispatch.domain.AProfileHasToWin.Verdict;
import org.firstfix.dispatch.domain.MeasuredWays;
import org.firstfix.dispatch.domain.PlanningPolicies;
import org.firstfix.dispatch.domain.TravelError;
import org.firstfix.dispatch.domain.TravelFit;
import org.firstfix.dispatch.domain.TravelProfile;
import org.firstfix.dispatch.domain.TravelProfiles;
import org.firstfix.dispatch.domain.TravelProfiles.Choice;
import org.firstfix.dispatch.domain.TravelProfiles.Duel;
import org.firstfix.dispatch.domain.TravelProfiles.Version;
import org.firstfix.dispatch.domain.TravelledLeg;
import org.firstfix.dispatch.domain.TravelledLegs;
import org.firstfix.dispatch.domain.UnseenLegs;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/**
 * Learns the travel times of a branch from its legs: judges the proposal that waits, fits a new one when there is enough to learn
 * from, lets the winner take over unless a person holds the choice, and measures the ways that are gone often.
 */
@Component
@Permission("dispatch.policy")
public final class FitTravelAnew {
    static final int MOST_LEGS = 50_000;

    private final Work work;
    private final TravelledLegs legs;
    private final TravelProfiles profiles;
    private final PlanningPolicies policies;
    private final Announcements announcements;
    private final Clock clock;

    FitTravelAnew(Work work, TravelledLegs legs, TravelProfiles profiles, PlanningPolicies policies, Announcements announcements, Clock clock) {
        this.work = work;
        this.legs = legs;
        this.profiles = profiles;
        this.policies = policies;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(OrgPath branch) {}

    /** What was decided. */
    public enum Outcome {
        /** Too few legs, or hardly any since the last fit. */
        NOTHING_NEW,
        /** The proposal has to be compared with more legs. */
        WAITS,
        /** It was better and is in force. */
        TOOK_OVER,
        /** It was better; a person holds another one. */
        WON_BUT_HELD,
        LOST
    }

    /** @throws Problem 404 outside the caller's scope */
    public Outcome handle(Command command) {
        return work.perform(this, () -> {
            if (!Actors.current().scope().contains(command.branch())) {
                throw Problem.notFound("org-unit", command.branch().value());
            }
            return learn(command.branch());
        });
    }

    /** Inside a transaction. */
    Outcome learn(OrgPath branch) {
        Instant now = clock.instant();
        Choice choice = profiles.hold(branch);
        List<TravelledLeg> recent = legs.since(branch, now.minus(TravelFit.LEARNS_FROM), MOST_LEGS);
        profiles.replaceMeasured(branch, MeasuredWays.of(recent, now), now);
        List<Version> versions = profiles.versions(branch);
        Optional<Version> waiting = versions.stream().filter(version -> version.duel().decision().verdict() == Verdict.WAITS).findFirst();
        if (waiting.isPresent()) {
            Version judged = judged(waiting.get(), choice, recent, now);
            profiles.judge(judged);
            return settle(judged, choice, now);
        }
        Optional<UnseenLegs> split = UnseenLegs.of(recent, versions.stream().findFirst().map(Version::fittedUntil));
        if (split.isEmpty()) {
            return Outcome.NOTHING_NEW;
        }
        Version proposal = judged(fitted(branch, versions, split.get(), now), choice, recent, now);
        profiles.add(proposal);
        return settle(proposal, choice, now);
    }

    private TravelProfile house(OrgPath branch) {
        return TravelProfile.of(policies.inForce(branch).policy());
    }

    private Version fitted(OrgPath branch, List<Version> versions, UnseenLegs split, Instant now) {
        int number = versions.stream().findFirst().map(Version::number).orElse(0) + 1;
        var nothing = new AProfileHasToWin.Decision(Verdict.WAITS, 0, 0, 0);
        return new Version(branch, number, TravelFit.fit(split.seen(), house(branch)), split.seen().size(), split.until(), now,
                new Duel(TravelProfiles.HOUSE, nothing, Optional.empty(), Optional.empty(), now));
    }

    /** Against what is in force now, on the legs since the later of both was fitted. */
    private Version judged(Version proposal, Choice choice, List<TravelledLeg> recent, Instant now) {
        Optional<Version> inForce = profiles.find(proposal.branch(), choice.number());
        TravelProfile against = inForce.map(Version::profile).orElseGet(() -> house(proposal.branch()));
        Instant since = inForce.map(Version::fittedUntil).filter(proposal.fittedUntil()::isBefore).orElse(proposal.fittedUntil());
        List<TravelledLeg> unseen = recent.stream().filter(leg -> leg.arrivedAt().isAfter(since)).toList();
        return new Version(proposal.branch(), proposal.number(), proposal.profile(), proposal.legs(), proposal.fittedUntil(), proposal.fittedAt(),
                new Duel(choice.number(), AProfileHasToWin.decide(against, proposal.profile(), unseen), TravelError.of(against, unseen),
                        TravelError.of(proposal.profile(), unseen), now));
    }

    private Outcome settle(Version proposal, Choice choice, Instant now) {
        return switch (proposal.duel().decision().verdict()) {
            case WAITS -> Outcome.WAITS;
            case LOSES -> Outcome.LOST;
            case WINS -> {
                if (choice.held()) {
                    yield Outcome.WON_BUT_HELD;
                }
                String reason = "won by %.1f minutes on %d newer legs".formatted(proposal.duel().decision().gainMinutes(), proposal.duel().decision().legs());
                profiles.choose(new Choice(choice.branch(), proposal.number(), false, reason, Actors.current().name(), now, Optional.of(now),
                        choice.version()));
                announcements.announce(new TravelProfileChosen(proposal.number(), choice.number(), false, reason, choice.branch(), now));
                yield Outcome.TOOK_OVER;
            }
        };
    }
}
