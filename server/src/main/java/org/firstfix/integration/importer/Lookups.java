package org.firstfix.integration.importer;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.springframework.stereotype.Component;

/** Finds what a row names: customers, sites, parts of the house. */
@Component
class Lookups {
    static final Map<String, String> LANGUAGES = codes("zh-CN zh zh_CN Chinese 中文 简体中文",
            "en en-US en_US English 英文 英语");

    private final CustomerApi customers;
    private final OrganizationApi organization;

    Lookups(CustomerApi customers, OrganizationApi organization) {
        this.customers = customers;
        this.organization = organization;
    }

    /** What people write, in capitals, to the code that is meant. Each text: the code, then its other names. */
    static Map<String, String> codes(String... codeAndNames) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String each : codeAndNames) {
            List<String> words = List.of(each.split(" "));
            words.forEach(word -> codes.put(word.toUpperCase(Locale.ROOT), words.getFirst()));
        }
        return codes;
    }

    Optional<AccountSummary> account(String nameOrNumber, ImportScope scope) {
        return scope.lookUp("account", nameOrNumber,
                name -> customers.findAccountByNumber(name).or(() -> customers.findAccountByName(name)));
    }

    /** The customer that the row names; an error if there is none. */
    Optional<AccountSummary> accountOf(RowFields row, ImportScope scope) {
        if (row.text("account").isEmpty()) {
            return Optional.empty();
        }
        Optional<AccountSummary> account = account(row.text("account"), scope);
        if (account.isEmpty()) {
            row.error("account", "integration.account-unknown");
        }
        return account;
    }

    Optional<SiteSummary> site(AccountSummary account, String nameOrNumber, ImportScope scope) {
        return scope.lookUp("site of " + account.number(), nameOrNumber, name -> customers.sitesOf(account.id()).stream()
                .filter(site -> site.number().equals(name) || same(site.name(), name)).findFirst());
    }

    /** The customer's site that the row names; an error if there is none. */
    Optional<SiteSummary> siteOf(RowFields row, AccountSummary account, ImportScope scope) {
        if (row.text("site").isEmpty()) {
            return Optional.empty();
        }
        Optional<SiteSummary> site = site(account, row.text("site"), scope);
        if (site.isEmpty()) {
            row.error("site", "integration.site-unknown", Map.of("account", account.name()));
        }
        return site;
    }

    /** Where the new thing belongs; only inside the reach of whoever imports. */
    OrgUnitSummary unitOf(RowFields row, ImportScope scope) {
        if (row.text("orgUnit").isEmpty()) {
            return scope.defaultUnit();
        }
        Optional<OrgUnitSummary> unit = scope.lookUp("unit", row.text("orgUnit"), organization::findUnitByCode)
                .filter(found -> Actors.current().scope().contains(found.path()));
        if (unit.isEmpty()) {
            row.error("orgUnit", "integration.unit-unknown");
        }
        return unit.orElse(scope.defaultUnit());
    }

    /** Width, case and spaces make no other name. */
    static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    static String languageOf(String name) {
        return name.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN) ? "zh-CN" : "en";
    }
}
