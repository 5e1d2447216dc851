package org.firstfix.asset.usecase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetReturnedToService;
import org.firstfix.asset.domain.Asset;
import org.firstfix.asset.domain.Assets;
import org.firstfix.asset.domain.LifeCycleStage;
import org.firstfix.asset.query.AssetFile;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Takes a retired machine into service again. */
@Component
@Permission("asset.maintain")
public final class ReturnAssetToService {
    private final Work work;
    private final Inputs inputs;
    private final Assets assets;
    private final AssetFile file;
    private final ChangeHistory history;
    private final Announcements announcements;
    private final Clock clock;

    ReturnAssetToService(Work work, Inputs inputs, Assets assets, AssetFile file, ChangeHistory history,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.assets = assets;
        this.file = file;
        this.history = history;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String serial, int basedOn, @NotBlank @Size(max = 500) String reason) {
        public Command {
            reason = Input.text(reason);
        }
    }

    public void handle(Command command) {
        work.perform(this, () -> {
            inputs.checked(command);
            Asset asset = assets.findForChange(AssetInput.normalSerial(command.serial()))
                    .orElseThrow(() -> Problem.notFound("asset", command.serial()));
            if (asset.version() != command.basedOn()) {
                throw Problem.stale(command.basedOn(), asset.version(), file.show(asset.facts().serial()));
            }
            if (asset.stage() != LifeCycleStage.RETIRED) {
                throw Problem.conflict("asset.not-retired", Map.of("serial", asset.facts().serial()));
            }
            Asset back = asset.backInService();
            assets.save(back);
            history.write(back, asset.changesTo(back), Optional.empty(), command.reason());
            announcements.announce(new AssetReturnedToService(asset.id(), asset.number(), asset.facts().serial(), asset.place().orgPath(),
                    clock.instant(), command.reason()));
        });
    }
}
