package org.firstfix.integration.importer;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.platform.journal.Correction;
import org.springframework.stereotype.Component;

/** Where machines stand. A customer's site of the same name is corrected where the row says otherwise. */
@Component
class ImportSites implements RowImporter {
    private final CustomerApi customers;
    private final Lookups lookups;

    ImportSites(CustomerApi customers, Lookups lookups) {
        this.customers = customers;
        this.lookups = lookups;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.SITES;
    }

    @Override
    public Prepared prepare(RowFields row, ImportScope scope) {
        Optional<AccountSummary> account = lookups.accountOf(row, scope);
        OrgUnitSummary unit = lookups.unitOf(row, scope);
        String zone = zone(row).orElse(unit.zone().getId());
        Optional<Double> latitude = row.number("latitude", -90, 90);
        Optional<Double> longitude = row.number("longitude", -180, 180);
        if (row.given("latitude").isPresent() != row.given("longitude").isPresent()) {
            row.error("latitude", "integration.half-a-place");
        }
        String name = row.text("name");
        Optional<Correction> known = account.flatMap(owner -> lookups.site(owner, name, scope)).map(site -> customers.correctionOf(site.id(),
                new CustomerApi.SiteWish(row.given("address"), row.given("city"), row.given("district"), row.given("zone").map(written -> zone),
                        latitude, longitude, row.given("accessNotes"), row.given("orgUnit").map(written -> unit.code()))));
        return Prepared.of(account.map(AccountSummary::number).orElse("") + "\n" + Lookups.normal(name), known, () ->
                customers.site(customers.registerSite(new CustomerApi.NewSite(account.orElseThrow().id(), name, row.text("address"),
                        row.text("city"), row.text("district"), zone, latitude, longitude, row.text("accessNotes"), unit.code()))).number());
    }

    private static Optional<String> zone(RowFields row) {
        return row.given("zone").filter(zone -> {
            try {
                ZoneId.of(zone);
                return true;
            } catch (DateTimeException e) {
                row.error("zone", "integration.zone-unknown");
                return false;
            }
        });
    }
}
