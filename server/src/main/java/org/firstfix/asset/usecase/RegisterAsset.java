package org.firstfix.asset.usecase;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetRegistered;
import org.firstfix.asset.domain.Asset;
import org.firstfix.asset.domain.Assets;
import org.firstfix.asset.domain.LifeCycleStage;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Takes a machine into the installed base. */
@Component
@Permission("asset.maintain")
public final class RegisterAsset {
    private final Work work;
    private final Inputs inputs;
    private final Assets assets;
    private final AssetFacts facts;
    private final CustomerApi customers;
    private final FindableAssets findable;
    private final Announcements announcements;
    private final Clock clock;

    RegisterAsset(Work work, Inputs inputs, Assets assets, AssetFacts facts, CustomerApi customers, FindableAssets findable,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.assets = assets;
        this.facts = facts;
        this.customers = customers;
        this.findable = findable;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(AssetInput asset) {}

    public record Registered(AssetId id, String serial) {}

    public Registered handle(Command command) {
        return work.perform(this, () -> {
            AssetInput input = inputs.checked(command.asset());
            SiteSummary site = customers.findSiteByNumber(input.siteNumber())
                    .orElseThrow(() -> Problem.invalidField("siteNumber", "asset.site-unknown", Map.of("number", input.siteNumber())));
            Asset.Place place = new Asset.Place(site.accountId(), site.id(), site.orgPath());
            LifeCycleStage stage = Optional.ofNullable(input.lifeCycleStage()).orElse(LifeCycleStage.IN_USE);
            Asset asset = assets.add(facts.of(input, place, Optional.empty()), place, stage);
            findable.asset(asset);
            announcements.announce(new AssetRegistered(asset.id(), asset.number(), input.serial(), input.modelCode(),
                    place.accountId(), place.siteId(), place.orgPath(), clock.instant(), input.reason()));
            return new Registered(asset.id(), input.serial());
        });
    }
}
