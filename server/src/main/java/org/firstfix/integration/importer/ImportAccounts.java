package org.firstfix.integration.importer;

import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.platform.journal.Correction;
import org.springframework.stereotype.Component;

/** Customers. One that is known by number or name is corrected where the row says otherwise; an empty cell says nothing. */
@Component
class ImportAccounts implements RowImporter {
    private static final Map<String, String> TIERS = Lookups.codes("VIP 重点 贵宾", "IMPORTANT 重要", "ORDINARY 普通 一般",
            "SMALL 小客户 小型", "PROSPECT 潜在");

    private final CustomerApi customers;
    private final Lookups lookups;

    ImportAccounts(CustomerApi customers, Lookups lookups) {
        this.customers = customers;
        this.lookups = lookups;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ACCOUNTS;
    }

    @Override
    public Prepared prepare(RowFields row, ImportScope scope) {
        String name = row.text("name");
        String tier = row.code("tier", TIERS, "ORDINARY");
        String language = row.code("language", Lookups.LANGUAGES, Lookups.languageOf(name));
        OrgUnitSummary unit = lookups.unitOf(row, scope);
        Optional<AccountSummary> known = row.given("number").flatMap(number -> lookups.account(number, scope))
                .or(() -> row.given("name").flatMap(any -> lookups.account(any, scope)));
        row.given("parentAccount").filter(parent -> lookups.account(parent, scope).isEmpty() && !scope.isAnnounced("account", parent))
                .ifPresent(parent -> row.error("parentAccount", "integration.account-unknown"));
        if (known.isEmpty() && row.given("number").isPresent()) {
            row.warning("number", "integration.number-not-kept", Map.of());
        }
        scope.announce("account", name);
        Optional<Correction> correction = known.map(account -> customers.correctionOf(account.id(), new CustomerApi.AccountWish(
                row.given("name"), row.given("shortName"), row.given("tier").map(written -> tier),
                row.given("language").map(written -> language), row.given("industry"), row.given("orgUnit").map(written -> unit.code()),
                row.given("parentAccount").map(text -> lookups.account(text, scope).map(AccountSummary::number).orElse(text)))));
        return Prepared.of(Lookups.normal(name), correction, () -> {
            Optional<String> parent = row.given("parentAccount").flatMap(text -> lookups.account(text, scope)).map(AccountSummary::number);
            return customers.account(customers.registerAccount(new CustomerApi.NewAccount(name, row.text("shortName"), tier, language,
                    row.text("industry"), unit.code(), parent))).number();
        });
    }
}
