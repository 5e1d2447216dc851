package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.ProposalOverruled;
import org.firstfix.dispatch.domain.Overruling;
import org.firstfix.dispatch.domain.OverrulingReason;
import org.firstfix.dispatch.domain.Overrulings;
import org.firstfix.dispatch.query.Judgements;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** Keeps what dispatchers decide otherwise than the engine. It never stands in the way of a booking. */
@Component
class Learning {
    private final Judgements judgements;
    private final Overrulings overrulings;
    private final Announcements announcements;
    private final Clock clock;

    Learning(Judgements judgements, Overrulings overrulings, Announcements announcements, Clock clock) {
        this.judgements = judgements;
        this.overrulings = overrulings;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Before anything is locked or changed.
     *
     * @param proposalSeen whether the person had the engine's candidates before him; who has not seen them overrules nothing
     */
    Optional<Overruling.Judged> judge(WorkOrderSummary order, String engineerCode, Instant startsAt, boolean proposalSeen) {
        return proposalSeen ? judgements.of(Actors.current().scope(), order, engineerCode, startsAt) : Optional.empty();
    }

    /** @return the overruling, to say why */
    Optional<Overruling> keep(Optional<Overruling.Judged> judged, WorkOrderSummary order, String appointment, boolean moved) {
        return judged.map(judgement -> {
            Instant now = clock.instant();
            Overruling kept = new Overruling(UUID.randomUUID(), order.id(), appointment, moved, judgement, OverrulingReason.NONE_GIVEN, "", Actors.current().name(),
                    now, order.orgPath());
            overrulings.add(kept);
            announcements.announce(new ProposalOverruled(kept.id(), appointment, judgement.rule(), order.orgPath(), now));
            return kept;
        });
    }
}
