package org.firstfix.asset.usecase;

import static org.firstfix.platform.journal.Correction.difference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.domain.Asset;
import org.firstfix.asset.domain.Assets;
import org.firstfix.asset.Importance;
import org.firstfix.asset.query.AssetLookup;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** What a list that comes in says otherwise about machines that are known, and how it is made so. Comparing only reads. */
@Component
class AssetCorrections {
    private final Assets assets;
    private final AssetLookup lookup;
    private final CustomerApi customers;
    private final ChangeAsset changeAsset;
    private final MoveAsset moveAsset;

    AssetCorrections(Assets assets, AssetLookup lookup, CustomerApi customers, ChangeAsset changeAsset, MoveAsset moveAsset) {
        this.assets = assets;
        this.lookup = lookup;
        this.customers = customers;
        this.changeAsset = changeAsset;
        this.moveAsset = moveAsset;
    }

    /** @param reason why a machine is moved; it asks for one */
    Correction of(AssetId id, AssetApi.AssetWish wanted, String reason) {
        Asset asset = bySerial(lookup.asset(id).serial());
        Asset.Facts now = asset.facts();
        String site = customers.site(asset.place().siteId()).number();
        List<FieldChange> facts = Stream.of(difference("model", now.modelCode(), wanted.model()),
                difference("importance", now.importance().name(), wanted.importance()), difference("usedFor", now.usedFor(), wanted.usedFor()),
                difference("location", now.location(), wanted.location()), difference("firmware", now.firmware(), wanted.firmware()),
                difference("operatingSystem", now.operatingSystem(), wanted.operatingSystem()),
                difference("patchLevel", now.patchLevel(), wanted.patchLevel()),
                difference("installedOn", text(now.installedOn()), wanted.installedOn().map(LocalDate::toString)),
                difference("warrantyStart", text(now.warranty().start()), wanted.warrantyStart().map(LocalDate::toString)),
                difference("warrantyEnd", text(now.warranty().end()), wanted.warrantyEnd().map(LocalDate::toString)))
                .flatMap(List::stream).toList();
        List<FieldChange> place = difference("site", site, wanted.site());
        return new Correction(Stream.concat(place.stream(), facts.stream()).toList(), () -> {
            if (!place.isEmpty()) {
                moveAsset.handle(new MoveAsset.Command(now.serial(), asset.version(), wanted.site().orElseThrow(),
                        wanted.location().orElse(""), reason));
            }
            if (!facts.isEmpty()) {
                correct(bySerial(now.serial()), wanted, reason);
            }
        });
    }

    private void correct(Asset asset, AssetApi.AssetWish wanted, String reason) {
        Asset.Facts now = asset.facts();
        changeAsset.handle(new ChangeAsset.Command(now.serial(), asset.version(), new AssetInput(now.serial(),
                wanted.model().orElse(now.modelCode()), customers.site(asset.place().siteId()).number(), now.userContact().orElse(null),
                now.parent().map(parent -> lookup.asset(parent).serial()).orElse(null),
                wanted.importance().map(Importance::valueOf).orElse(now.importance()), wanted.usedFor().orElse(now.usedFor()),
                now.criticalHours(), wanted.location().orElse(now.location()), wanted.firmware().orElse(now.firmware()),
                wanted.operatingSystem().orElse(now.operatingSystem()), wanted.patchLevel().orElse(now.patchLevel()),
                wanted.installedOn().or(now::installedOn).orElse(null), wanted.warrantyStart().or(now.warranty()::start).orElse(null),
                wanted.warrantyEnd().or(now.warranty()::end).orElse(null), null,
                now.software().stream().map(one -> new AssetInput.Software(one.kind(), one.name(), one.release(), one.patchLevel())).toList(),
                reason), Optional.empty()));
    }

    private Asset bySerial(String serial) {
        return assets.findBySerial(serial).orElseThrow(() -> Problem.notFound("asset", serial));
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
