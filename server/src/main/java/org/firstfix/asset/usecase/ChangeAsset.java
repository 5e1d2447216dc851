package org.firstfix.asset.usecase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetChanged;
import org.firstfix.asset.domain.Asset;
import org.firstfix.asset.domain.Assets;
import org.firstfix.asset.domain.LifeCycleStage;
import org.firstfix.asset.query.AssetFile;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Corrects the facts of a machine, or notes that they have changed: firmware, patches, software, user, warranty. */
@Component
@Permission("asset.maintain")
public final class ChangeAsset {
    private final Work work;
    private final Inputs inputs;
    private final Assets assets;
    private final AssetFile file;
    private final AssetFacts facts;
    private final ChangeHistory history;
    private final FindableAssets findable;
    private final Announcements announcements;
    private final Clock clock;

    ChangeAsset(Work work, Inputs inputs, Assets assets, AssetFile file, AssetFacts facts, ChangeHistory history,
            FindableAssets findable, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.assets = assets;
        this.file = file;
        this.facts = facts;
        this.history = history;
        this.findable = findable;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param occurredAt when it changed; nothing for now */
    public record Command(String serial, int basedOn, @NotNull @Valid AssetInput asset, Optional<Instant> occurredAt) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            AssetInput input = inputs.checked(command.asset());
            Asset asset = assets.findForChange(AssetInput.normalSerial(command.serial()))
                    .orElseThrow(() -> Problem.notFound("asset", command.serial()));
            if (asset.version() != command.basedOn()) {
                throw Problem.stale(command.basedOn(), asset.version(), file.show(asset.facts().serial()));
            }
            LifeCycleStage stage = Optional.ofNullable(input.lifeCycleStage()).orElse(asset.stage());
            if (!asset.stage().mayBeCorrectedTo(stage)) {
                throw Problem.invalidField("lifeCycleStage", "asset.stage-by-its-own-act", Map.of());
            }
            Asset changed = asset.corrected(facts.of(input, asset.place(), Optional.of(asset)), stage);
            List<FieldChange> changes = asset.changesTo(changed);
            if (changes.isEmpty()) {
                return;
            }
            assets.save(changed);
            findable.asset(changed);
            history.write(changed, changes, command.occurredAt(), input.reason());
            announcements.announce(new AssetChanged(asset.id(), asset.number(), changed.facts().serial(), changes,
                    changed.place().orgPath(), clock.instant(), input.reason()));
        });
    }
}
