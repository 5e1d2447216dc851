package org.firstfix.asset.usecase;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.domain.Asset;
import org.firstfix.asset.domain.Assets;
import org.firstfix.asset.domain.Catalogue;
import org.firstfix.asset.domain.RelatedSoftware;
import org.firstfix.asset.domain.Warranty;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Reads what people filled in for a machine and holds it against the catalogue, the customer and the other machines. */
@Component
class AssetFacts {
    private final Assets assets;
    private final Catalogue catalogue;
    private final CustomerApi customers;
    private final Work work;

    AssetFacts(Assets assets, Catalogue catalogue, CustomerApi customers, Work work) {
        this.assets = assets;
        this.catalogue = catalogue;
        this.customers = customers;
        this.work = work;
    }

    /** @param before the machine as it is; nothing for a new one */
    Asset.Facts of(AssetInput input, Asset.Place place, Optional<Asset> before) {
        if (catalogue.findModel(input.modelCode()).isEmpty()) {
            throw Problem.invalidField("modelCode", "asset.model-unknown", Map.of("code", input.modelCode()));
        }
        if (before.filter(asset -> asset.facts().serial().equals(input.serial())).isEmpty()
                && work.asTheHouse("serials", () -> assets.serialTaken(input.serial()))) {
            throw Problem.invalidField("serial", "asset.serial-taken", Map.of("serial", input.serial()));
        }
        Warranty warranty = new Warranty(Input.date("warrantyStart", input.warrantyStart()), Input.date("warrantyEnd", input.warrantyEnd()));
        if (!warranty.runsForward()) {
            throw Problem.invalidField("warrantyEnd", "asset.warranty-ends-before-it-starts",
                    Map.of("start", input.warrantyStart(), "end", input.warrantyEnd()));
        }
        return new Asset.Facts(input.serial(), input.modelCode(), user(input, place.accountId()), parent(input, place, before),
                input.importance(), input.usedFor(), input.criticalHours(), input.location(), input.firmware(),
                input.operatingSystem(), input.patchLevel(), Input.date("installedOn", input.installedOn()), warranty,
                software(input.software()));
    }

    private Optional<ContactId> user(AssetInput input, AccountId account) {
        Optional<ContactId> user = Optional.ofNullable(input.userContactId());
        user.ifPresent(id -> {
            ContactSummary contact = customers.contact(id);
            if (!contact.accountId().equals(account)) {
                throw Problem.invalidField("userContactId", "asset.user-of-another-account", Map.of("name", contact.name()));
            }
        });
        return user;
    }

    private Optional<AssetId> parent(AssetInput input, Asset.Place place, Optional<Asset> before) {
        if (input.parentSerial() == null) {
            return Optional.empty();
        }
        String serial = input.parentSerial();
        Asset parent = assets.findBySerial(serial)
                .orElseThrow(() -> Problem.invalidField("parentSerial", "asset.parent-unknown", Map.of("serial", serial)));
        if (!Asset.partStandsWithTheWhole(place.siteId(), parent.place().siteId())) {
            throw Problem.invalidField("parentSerial", "asset.parent-at-another-site", Map.of("serial", serial));
        }
        before.ifPresent(asset -> {
            assets.lockTrees();
            if (asset.wouldBePartOfItself(assets.lineOf(parent.id()))) {
                throw Problem.invalidField("parentSerial", "asset.parent-cycle", Map.of("serial", serial));
            }
        });
        return Optional.of(parent.id());
    }

    private static List<RelatedSoftware> software(List<AssetInput.Software> written) {
        Set<String> names = new HashSet<>();
        written.forEach(one -> {
            if (!names.add(one.name().toLowerCase(Locale.ROOT))) {
                throw Problem.invalidField("software", "asset.software-twice", Map.of("name", one.name()));
            }
        });
        return written.stream().map(one -> new RelatedSoftware(one.kind(), one.name(), one.release(), one.patchLevel()))
                .sorted(Comparator.comparing(RelatedSoftware::name)).toList();
    }
}
