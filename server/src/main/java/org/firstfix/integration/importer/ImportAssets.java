package org.firstfix.integration.importer;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.SiteSummary;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.platform.journal.Correction;
import org.springframework.stereotype.Component;

/** Machines. One whose serial number is known is corrected where the row says otherwise. The model must be in the catalogue. */
@Component
class ImportAssets implements RowImporter {
    private static final Map<String, String> IMPORTANCE = Lookups.codes("CRITICAL 关键 极重要", "HIGH 高 重要", "NORMAL 普通 一般", "LOW 低");

    private final AssetApi assets;
    private final Lookups lookups;

    ImportAssets(AssetApi assets, Lookups lookups) {
        this.assets = assets;
        this.lookups = lookups;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ASSETS;
    }

    @Override
    public Prepared prepare(RowFields row, ImportScope scope) {
        String serial = row.text("serial");
        String model = row.text("model");
        if (!model.isEmpty() && scope.lookUp("model", model, assets::findModel).isEmpty()) {
            row.error("model", "integration.model-unknown");
        }
        Optional<AccountSummary> account = lookups.accountOf(row, scope);
        Optional<SiteSummary> site = account.flatMap(owner -> lookups.siteOf(row, owner, scope));
        String importance = row.code("importance", IMPORTANCE, "NORMAL");
        Optional<LocalDate> installed = row.date("installedOn");
        Optional<LocalDate> warrantyStart = row.date("warrantyStart");
        Optional<LocalDate> warrantyEnd = row.date("warrantyEnd");
        if (warrantyStart.isPresent() && warrantyEnd.isPresent() && warrantyEnd.get().isBefore(warrantyStart.get())) {
            row.error("warrantyEnd", "integration.ends-before-it-starts");
        }
        Optional<Correction> known = assets.findBySerial(serial).filter(asset -> row.isGood()).map(asset -> assets.correctionOf(asset.id(),
                new AssetApi.AssetWish(row.given("model"), site.map(SiteSummary::number), row.given("importance").map(written -> importance),
                        row.given("usedFor"), row.given("location"), row.given("firmware"), row.given("operatingSystem"),
                        row.given("patchLevel"), installed, warrantyStart, warrantyEnd)));
        return Prepared.of(serial, known, () -> {
            assets.registerAsset(new AssetApi.NewAsset(serial, model, account.orElseThrow().id(), site.orElseThrow().id(), importance,
                    row.text("usedFor"), row.text("location"), row.text("firmware"), row.text("operatingSystem"),
                    row.text("patchLevel"), installed, warrantyStart, warrantyEnd));
            return serial;
        });
    }
}
