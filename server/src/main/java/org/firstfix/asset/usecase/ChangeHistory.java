package org.firstfix.asset.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.domain.Asset;
import org.firstfix.asset.domain.AssetHistory;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Writes down what changed of a machine, field by field, with who and why. */
@Component
class ChangeHistory {
    private final AssetHistory history;
    private final Clock clock;

    ChangeHistory(AssetHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    void write(Asset asset, List<FieldChange> changes, Optional<Instant> occurredAt, String reason) {
        Instant now = clock.instant();
        Instant at = occurredAt.orElse(now);
        if (at.isAfter(now)) {
            throw Problem.invalidField("occurredAt", "asset.change-in-the-future", Map.of("at", at.toString()));
        }
        history.add(asset.id(), changes, new AssetHistory.When(at, now), Actors.current().name(), reason, asset.place().orgPath());
    }
}
