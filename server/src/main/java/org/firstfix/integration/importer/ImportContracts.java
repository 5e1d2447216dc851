package org.firstfix.integration.importer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.SiteSummary;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Contracts in force, one line of cover per row; rows with the same number are one contract. Without a number, the same
 * customer, title and days are the same contract. */
@Component
class ImportContracts implements RowImporter {
    private static final Map<String, String> COVERS = Lookups.codes("ASSET 设备 单台设备", "SITE 地点 站点", "FAMILY 产品系列 系列",
            "ACCOUNT 客户 全部");

    private final EntitlementApi contracts;
    private final AssetApi assets;
    private final Lookups lookups;

    ImportContracts(EntitlementApi contracts, AssetApi assets, Lookups lookups) {
        this.contracts = contracts;
        this.assets = assets;
        this.lookups = lookups;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CONTRACTS;
    }

    @Override
    public Optional<String> belongsTo(RowFields row) {
        return row.given("number");
    }

    @Override
    public Prepared prepare(RowFields row, ImportScope scope) {
        return prepareTogether(List.of(row), scope);
    }

    /** The first row says what the contract is, each row one line of cover. */
    @Override
    public Prepared prepareTogether(List<RowFields> rows, ImportScope scope) {
        RowFields first = rows.getFirst();
        Optional<AccountSummary> account = lookups.accountOf(first, scope);
        Optional<LocalDate> starts = first.date("startsOn");
        Optional<LocalDate> ends = first.date("endsOn");
        if (starts.isPresent() && ends.isPresent() && ends.get().isBefore(starts.get())) {
            first.error("endsOn", "integration.ends-before-it-starts");
        }
        List<EntitlementApi.NewLine> lines = rows.stream().map(row -> line(row, account, scope)).toList();
        rows.stream().skip(1).forEach(row -> List.of("account", "startsOn", "endsOn").forEach(field -> {
            if (!row.text(field).equals(first.text(field))) {
                row.error(field, "integration.contract-says-otherwise", Map.of("row", first.row(), "other", first.text(field)));
            }
        }));
        String key = first.given("number").orElseGet(() -> account.map(AccountSummary::number).orElse("") + "\n" + first.text("title")
                + "\n" + starts.map(LocalDate::toString).orElse("") + "\n" + ends.map(LocalDate::toString).orElse(""));
        boolean good = rows.stream().allMatch(RowFields::isGood);
        Optional<Correction> known = first.given("number").filter(number -> good && account.isPresent()).flatMap(number -> {
            try {
                return contracts.correctionOf(number, new EntitlementApi.ContractWish(account.get().id(), first.given("title"), starts,
                        ends, first.given("specialTerms"), lines));
            } catch (Problem problem) {
                first.error("account", "integration.contract-of-another-account");
                return Optional.empty();
            }
        });
        return Prepared.of(key, known, () -> {
            contracts.registerContract(new EntitlementApi.NewContract(account.orElseThrow().id(), first.given("number"),
                    first.text("title"), starts.orElseThrow(), ends.orElseThrow(), first.text("specialTerms"), lines));
            return key;
        });
    }

    private EntitlementApi.NewLine line(RowFields row, Optional<AccountSummary> account, ImportScope scope) {
        Set<String> known = scope.once("coverage codes", contracts::coverageCodes);
        String coverage = row.text("coverageCode");
        if (!coverage.isEmpty() && !known.contains(coverage)) {
            row.error("coverageCode", "integration.code-unknown", Map.of("known", String.join(", ", new TreeSet<>(known))));
        }
        Optional<AssetSummary> asset = row.given("serial").flatMap(serial -> scope.lookUp("asset", serial, assets::findBySerial));
        if (row.given("serial").isPresent() && asset.isEmpty()) {
            row.error("serial", "integration.asset-unknown");
        }
        Optional<SiteSummary> site = account.flatMap(owner -> lookups.siteOf(row, owner, scope));
        String covers = row.code("covers", COVERS, asset.isPresent() ? "ASSET" : site.isPresent() ? "SITE"
                : row.given("family").isPresent() ? "FAMILY" : "ACCOUNT");
        requireWhatIsCovered(row, covers);
        return new EntitlementApi.NewLine(coverage, covers,
                covers.equals("ASSET") ? asset.map(AssetSummary::id) : Optional.empty(),
                covers.equals("SITE") ? site.map(SiteSummary::id) : Optional.empty(),
                covers.equals("FAMILY") ? row.given("family") : Optional.empty());
    }

    private static void requireWhatIsCovered(RowFields row, String covers) {
        String field = switch (covers) {
            case "ASSET" -> "serial";
            case "SITE" -> "site";
            case "FAMILY" -> "family";
            default -> "account";
        };
        if (row.text(field).isEmpty()) {
            row.error("covers", "integration.covered-thing-missing", Map.of("field", field));
        }
    }
}
