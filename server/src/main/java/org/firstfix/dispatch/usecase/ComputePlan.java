package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.dispatch.PlanProposed;
import org.firstfix.dispatch.PlanSetAside;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.DayProposal;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.PlanLeases;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.domain.Plans;
import org.firstfix.dispatch.domain.ProposedChange;
import org.firstfix.dispatch.domain.WorthPlanning;
import org.firstfix.dispatch.query.DayMaterials;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.firstfix.platform.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The background work of a plan: reads the day, searches with no transaction open, and writes the proposal. */
@Component
class ComputePlan {
    private static final Logger LOG = LoggerFactory.getLogger(ComputePlan.class);

    private final Work work;
    private final Plans plans;
    private final PlanLeases leases;
    private final DayMaterials materials;
    private final Publishing publishing;
    private final Texts texts;
    private final Announcements announcements;
    private final Clock clock;

    ComputePlan(Work work, Plans plans, PlanLeases leases, DayMaterials materials, Publishing publishing, Texts texts, Announcements announcements,
            Clock clock) {
        this.work = work;
        this.plans = plans;
        this.leases = leases;
        this.materials = materials;
        this.publishing = publishing;
        this.texts = texts;
        this.announcements = announcements;
        this.clock = clock;
    }

    private record Asked(PlanVersion version, DayMaterial material) {}

    /**
     * @param lease in force when it begins; whoever has lost it meanwhile writes nothing
     * @throws RuntimeException if the database is away; the request stays as it is
     */
    void compute(UUID id, PlanLeases.Lease lease) {
        work.asTheHouse("plan", () -> read(id)).ifPresent(asked -> {
            Optional<DayProposal> proposal = search(asked, id);
            work.asTheHouse("plan", () -> {
                if (leases.holds(lease)) {
                    proposal.ifPresentOrElse(found -> write(id, found, asked.material().policyVersion()), () -> giveUp(id));
                } else {
                    LOG.warn("Plan version {} was computed too slowly: another server does it now.", id);
                }
            });
            proposal.ifPresent(found -> publishByPolicy(id, lease, found, asked.material()));
        });
        work.asTheHouse("plan", () -> leases.giveBack(lease));
    }

    private static Optional<DayProposal> search(Asked asked, UUID id) {
        try {
            EngineDay day = EngineDay.of(asked.material());
            return Optional.of(DayProposal.of(day, asked.version().seed(), DayProposal.budgetFor(day, asked.version().cause())));
        } catch (RuntimeException unplannable) {
            LOG.warn("The day of plan version {} could not be planned.", id, unplannable);
            return Optional.empty();
        }
    }

    private Optional<Asked> read(UUID id) {
        PlanVersion version = plans.view(id);
        return version.status() != PlanVersion.Status.COMPUTING ? Optional.empty()
                : Optional.of(new Asked(version, materials.withDeadlines(materials.of(DataScope.all(), version.area()))));
    }

    /** What the policy lets take effect by itself does so; where somebody was faster, or a visit has moved, it waits for a person. */
    private void publishByPolicy(UUID id, PlanLeases.Lease lease, DayProposal proposal, DayMaterial material) {
        if (material.policy().publication().filter(rule -> rule.allows(proposal)).isEmpty()) {
            return;
        }
        try {
            Map<String, Integer> values = Map.of("version", material.policyVersion());
            String reason = texts.text(Language.CHINESE, "dispatch.published-by-policy", values) + " / "
                    + texts.text(Language.ENGLISH, "dispatch.published-by-policy", values);
            work.asTheHouse("policy", () -> {
                if (leases.holds(lease) && plans.load(id).status() == PlanVersion.Status.PROPOSED) {
                    publishing.publish(id, proposal.changes().stream().map(ProposedChange::position).collect(Collectors.toSet()), reason);
                }
            });
        } catch (Problem overtaken) {
            LOG.info("Plan version {} waits for a dispatcher: {}", id, overtaken.getMessage());
        }
    }

    /** Somebody may have set it aside meanwhile. What nobody asked for is shown only if it is worth it. */
    private void write(UUID id, DayProposal proposal, int policyVersion) {
        PlanVersion version = plans.load(id);
        if (version.status() != PlanVersion.Status.COMPUTING) {
            return;
        }
        PlanVersion computed = version.computed(proposal, policyVersion, clock.instant());
        if (WorthPlanning.isOccasion(version.cause()) && !WorthPlanning.proposal(proposal)) {
            setAside(computed, PlanVersion.Status.DISCARDED, "not worth the disturbance");
            return;
        }
        plans.save(computed);
        announcements.announce(new PlanProposed(id, version.area().day(), version.cause().name(), proposal.changes().size(),
                version.area().branch(), clock.instant(), version.note()));
    }

    private void giveUp(UUID id) {
        PlanVersion version = plans.load(id);
        if (version.status() == PlanVersion.Status.COMPUTING) {
            setAside(version, PlanVersion.Status.FAILED, "could not be computed");
        }
    }

    private void setAside(PlanVersion version, PlanVersion.Status how, String why) {
        plans.save(version.setAside(how, version.requestedBy(), clock.instant()));
        announcements.announce(new PlanSetAside(version.id(), version.area().day(), version.cause().name(), version.area().branch(), clock.instant(), why));
    }
}
