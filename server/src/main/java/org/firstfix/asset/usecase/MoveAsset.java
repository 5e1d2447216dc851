package org.firstfix.asset.usecase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetMoved;
import org.firstfix.asset.domain.Asset;
import org.firstfix.asset.domain.Assets;
import org.firstfix.asset.domain.LifeCycleStage;
import org.firstfix.asset.query.AssetFile;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Moves a machine with all its parts to another site; its account is that site's from then on. */
@Component
@Permission("asset.maintain")
public final class MoveAsset {
    private final Work work;
    private final Inputs inputs;
    private final Assets assets;
    private final AssetFile file;
    private final CustomerApi customers;
    private final ChangeHistory history;
    private final FindableAssets findable;
    private final Announcements announcements;
    private final Clock clock;

    MoveAsset(Work work, Inputs inputs, Assets assets, AssetFile file, CustomerApi customers, ChangeHistory history,
            FindableAssets findable, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.assets = assets;
        this.file = file;
        this.customers = customers;
        this.history = history;
        this.findable = findable;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param location room and rack at the new site */
    public record Command(String serial, int basedOn, @NotBlank @Size(max = 40) String siteNumber, @Size(max = 200) String location,
            @NotBlank @Size(max = 500) String reason) {
        public Command {
            siteNumber = Input.text(siteNumber);
            location = Input.text(location);
            reason = Input.text(reason);
        }
    }

    public void handle(Command command) {
        work.perform(this, () -> {
            inputs.checked(command);
            assets.lockTrees();
            Asset asset = assets.findForChange(AssetInput.normalSerial(command.serial()))
                    .orElseThrow(() -> Problem.notFound("asset", command.serial()));
            if (asset.version() != command.basedOn()) {
                throw Problem.stale(command.basedOn(), asset.version(), file.show(asset.facts().serial()));
            }
            if (asset.stage() == LifeCycleStage.RETIRED) {
                throw Problem.conflict("asset.retired", Map.of("serial", asset.facts().serial()));
            }
            SiteSummary site = customers.findSiteByNumber(command.siteNumber())
                    .orElseThrow(() -> Problem.invalidField("siteNumber", "asset.site-unknown", Map.of("number", command.siteNumber())));
            if (site.id().equals(asset.place().siteId())) {
                throw Problem.invalidField("siteNumber", "asset.stands-there-already",
                        Map.of("serial", asset.facts().serial(), "site", site.number()));
            }
            Asset.Place place = new Asset.Place(site.accountId(), site.id(), site.orgPath());
            move(asset, place, command, false);
            assets.findAllForChange(assets.partsOf(asset.id())).forEach(part -> move(part, place, command, true));
        });
    }

    private void move(Asset asset, Asset.Place place, Command command, boolean withItsWhole) {
        SiteId from = asset.place().siteId();
        Asset moved = asset.movedTo(place, command.location(), withItsWhole);
        assets.save(moved);
        findable.asset(moved);
        history.write(moved, asset.changesTo(moved), Optional.empty(), command.reason());
        announcements.announce(new AssetMoved(asset.id(), asset.number(), asset.facts().serial(), from, place.siteId(),
                place.accountId(), place.orgPath(), clock.instant(), command.reason()));
    }
}
