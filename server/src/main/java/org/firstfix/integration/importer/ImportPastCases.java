package org.firstfix.integration.importer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.integration.domain.Catalogue;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.MachineType;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.organization.OrgUnitSummary;
import org.springframework.stereotype.Component;

/**
 * What was repaired before this product came. Old lists know a customer, a model and words: customer, site and model are
 * found by name or made; symptom and causes are found in the catalogues, and what is not word for word is said. A cause
 * that is recognised counts as knowledge.
 */
@Component
class ImportPastCases implements RowImporter {
    private static final int LONGEST_SUBJECT = 200;

    private final CaseApi cases;
    private final DiagnosisApi diagnoses;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final Lookups lookups;

    ImportPastCases(CaseApi cases, DiagnosisApi diagnoses, CustomerApi customers, AssetApi assets, Lookups lookups) {
        this.cases = cases;
        this.diagnoses = diagnoses;
        this.customers = customers;
        this.assets = assets;
        this.lookups = lookups;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PAST_CASES;
    }

    @Override
    public Prepared prepare(RowFields row, ImportScope scope) {
        Optional<LocalDate> reported = row.date("reportedOn");
        Optional<LocalDate> closed = row.date("closedOn");
        if (reported.isPresent() && closed.isPresent() && closed.get().isBefore(reported.get())) {
            row.error("closedOn", "integration.ends-before-it-starts");
        }
        Optional<AccountSummary> account = row.given("account").flatMap(name -> lookups.account(name, scope));
        if (account.isEmpty() && scopeAnnounces(scope, "account", row.text("account"))) {
            row.warning("account", "integration.account-will-be-made", Map.of("unit", scope.defaultUnit().code()));
        }
        Optional<AssetSummary> asset = row.given("serial").flatMap(serial -> scope.lookUp("asset", serial, assets::findBySerial));
        if (row.given("serial").isPresent() && asset.isEmpty()) {
            row.warning("serial", "integration.asset-not-linked", Map.of());
        }
        String model = row.text("model");
        if (!model.isEmpty() && scope.lookUp("model", model, assets::findModel).isEmpty() && scopeAnnounces(scope, "model", model)) {
            row.warning("model", "integration.model-will-be-made", Map.of("family", MachineType.familyOf(model)));
        }
        Optional<String> symptom = symptom(row, scope);
        List<String> causes = causes(row, scope);
        return new Prepared(() -> key(row, scope, reported), Optional.empty(), () ->
                take(row, scope, reported.orElseThrow(), closed, asset, symptom, causes));
    }

    /** The same fault of the same customer's same machine on the same day. */
    private String key(RowFields row, ImportScope scope, Optional<LocalDate> reported) {
        String customer = lookups.account(row.text("account"), scope).map(AccountSummary::number)
                .orElse(Lookups.normal(row.text("account")));
        return String.join("\n", customer, reported.map(LocalDate::toString).orElse(""), row.text("model"), row.text("serial"),
                Lookups.normal(words(row, "symptom")));
    }

    private String take(RowFields row, ImportScope scope, LocalDate reported, Optional<LocalDate> closed, Optional<AssetSummary> asset,
            Optional<String> symptom, List<String> causes) {
        AccountSummary account = lookups.account(row.text("account"), scope).orElseGet(() -> make(row.text("account"), scope.defaultUnit()));
        SiteSummary site = asset.map(machine -> customers.site(machine.siteId())).orElseGet(() -> siteFor(row, account, scope));
        ZoneId zone = site.zone();
        Optional<String> model = row.given("model").map(code -> knownModel(code, scope));
        // Old lists know days, not hours: the case counts from the beginning of its day at the site.
        Instant from = reported.atStartOfDay(zone).toInstant();
        Instant until = closed.map(day -> day.atStartOfDay(zone).toInstant()).orElse(from);
        String subject = row.given("symptomZh").or(() -> row.given("symptomEn")).orElse("");
        String resolution = row.given("resolution").orElseGet(() -> words(row, "cause"));
        CaseId id = cases.recordPastCase(new CaseApi.PastCase(
                subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject, words(row, "symptom"), symptom,
                account.id(), site.id(), asset.map(AssetSummary::id), model, from, until, resolution));
        if (!causes.isEmpty()) {
            diagnoses.learnPastCase(id, causes, until);
        }
        return cases.get(id).number();
    }

    private AccountSummary make(String name, OrgUnitSummary unit) {
        AccountId id = customers.registerAccount(new CustomerApi.NewAccount(name, "", "ORDINARY", Lookups.languageOf(name), "",
                unit.code(), Optional.empty()));
        return customers.account(id);
    }

    /** The named site, or the customer's only one, or a new one that is called as the row or the customer. */
    private SiteSummary siteFor(RowFields row, AccountSummary account, ImportScope scope) {
        List<SiteSummary> sites = customers.sitesOf(account.id());
        Optional<SiteSummary> named = row.given("site").flatMap(name -> lookups.site(account, name, scope));
        Optional<SiteSummary> only = row.given("site").isEmpty() && !sites.isEmpty() ? Optional.of(sites.getFirst()) : Optional.empty();
        return named.or(() -> only).orElseGet(() -> {
            OrgUnitSummary unit = scope.defaultUnit();
            SiteId id = customers.registerSite(new CustomerApi.NewSite(account.id(), row.given("site").orElse(account.name()), "", "", "",
                    unit.zone().getId(), Optional.empty(), Optional.empty(), "", unit.code()));
            return customers.site(id);
        });
    }

    private String knownModel(String code, ImportScope scope) {
        if (scope.lookUp("model", code, assets::findModel).isEmpty()) {
            assets.putModel(new AssetApi.Model(code, MachineType.familyOf(code), code, code, "SERVER"));
        }
        return code;
    }

    private Optional<String> symptom(RowFields row, ImportScope scope) {
        String zh = row.text("symptomZh");
        String en = row.text("symptomEn");
        String field = zh.isEmpty() ? "symptomEn" : "symptomZh";
        if (zh.isEmpty() && en.isEmpty()) {
            row.error("symptomZh", "integration.value-missing");
            return Optional.empty();
        }
        List<CaseApi.Symptom> all = scope.once("symptoms", cases::symptoms);
        Optional<Catalogue.Match> match = scope.once("symptom catalogue", () -> new Catalogue(all.stream().map(symptom ->
                new Catalogue.Entry(symptom.code(), symptom.parentCode(), symptom.nameZh(), symptom.nameEn())).toList())).find(zh, en);
        if (match.isEmpty()) {
            row.warning(field, "integration.symptom-unknown", Map.of());
        }
        match.filter(found -> !found.exact()).flatMap(found -> all.stream().filter(one -> one.code().equals(found.code())).findFirst())
                .ifPresent(taken -> row.warning(field, "integration.symptom-taken-as",
                        Map.of("code", taken.code(), "name", taken.nameZh() + " / " + taken.nameEn())));
        return match.map(Catalogue.Match::code);
    }

    private List<String> causes(RowFields row, ImportScope scope) {
        String zh = row.text("causeZh");
        String en = row.text("causeEn");
        if (zh.isEmpty() && en.isEmpty()) {
            return List.of();
        }
        String field = zh.isEmpty() ? "causeEn" : "causeZh";
        List<DiagnosisApi.Cause> all = scope.once("causes", diagnoses::causes);
        List<Catalogue.Match> matches = scope.once("cause catalogue", () -> new Catalogue(all.stream().map(cause ->
                new Catalogue.Entry(cause.code(), cause.parentCode(), cause.nameZh(), cause.nameEn())).toList())).findAll(zh, en);
        if (matches.isEmpty()) {
            row.warning(field, "integration.cause-unknown", Map.of());
        }
        if (matches.stream().anyMatch(match -> !match.exact())) {
            List<DiagnosisApi.Cause> taken = all.stream()
                    .filter(cause -> matches.stream().anyMatch(match -> match.code().equals(cause.code()))).toList();
            row.warning(field, "integration.causes-taken-as", Map.of("count", taken.size(), "names",
                    taken.stream().map(cause -> cause.nameZh() + " / " + cause.nameEn()).collect(Collectors.joining("; "))));
        }
        return matches.stream().map(Catalogue.Match::code).toList();
    }

    /** Both languages of what was written. */
    private static String words(RowFields row, String what) {
        return Stream.of(row.text(what + "Zh"), row.text(what + "En")).filter(text -> !text.isEmpty()).distinct()
                .collect(Collectors.joining(" / "));
    }

    /** Said once per file, not once per row. */
    private static boolean scopeAnnounces(ImportScope scope, String kind, String name) {
        if (name.isEmpty() || scope.isAnnounced(kind, name)) {
            return false;
        }
        scope.announce(kind, name);
        return true;
    }
}
