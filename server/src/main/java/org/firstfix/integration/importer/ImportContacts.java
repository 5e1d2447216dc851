package org.firstfix.integration.importer;

import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.platform.journal.Correction;
import org.springframework.stereotype.Component;

/** People at the customer's. Somebody of the same name there is corrected where the row says otherwise. */
@Component
class ImportContacts implements RowImporter {
    private static final Map<String, String> POSITIONS = Lookups.codes("OPERATOR 操作员", "IT_MANAGER IT经理 IT主管", "CIO 信息总监 信息主管",
            "FINANCE 财务", "PURCHASING 采购", "MANAGEMENT 管理层", "OTHER 其他");
    private static final Map<String, String> CHANNELS = Lookups.codes("PHONE 电话", "SMS 短信", "EMAIL 邮件", "CHAT 聊天 微信",
            "PORTAL 门户");

    private final CustomerApi customers;
    private final Lookups lookups;

    ImportContacts(CustomerApi customers, Lookups lookups) {
        this.customers = customers;
        this.lookups = lookups;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CONTACTS;
    }

    @Override
    public Prepared prepare(RowFields row, ImportScope scope) {
        Optional<AccountSummary> account = lookups.accountOf(row, scope);
        Optional<SiteSummary> site = account.flatMap(owner -> lookups.siteOf(row, owner, scope));
        String name = row.text("name");
        String position = row.code("position", POSITIONS, "OTHER");
        String channel = row.code("preferredChannel", CHANNELS, "PHONE");
        String language = row.code("language", Lookups.LANGUAGES,
                account.map(owner -> owner.language().tag()).orElse(Lookups.languageOf(name)));
        row.given("email").filter(address -> !address.matches("[^@\\s]+@[^@\\s]+")).ifPresent(address ->
                row.error("email", "integration.email-unreadable"));
        Optional<Correction> known = account.flatMap(owner -> customers.contactsOf(owner.id()).stream()
                .filter(contact -> Lookups.same(contact.name(), name)).findFirst()).map(contact -> customers.correctionOf(contact.id(),
                new CustomerApi.ContactWish(site.map(SiteSummary::number), row.given("jobTitle"), row.given("position").map(written -> position),
                        row.given("phone"), row.given("mobile"), row.given("email"), row.given("preferredChannel").map(written -> channel),
                        row.given("language").map(written -> language))));
        return Prepared.of(account.map(AccountSummary::number).orElse("") + "\n" + Lookups.normal(name), known, () ->
                customers.registerContact(new CustomerApi.NewContact(account.orElseThrow().id(), site.map(SiteSummary::id), name,
                        row.text("jobTitle"), position, row.text("phone"), row.text("mobile"), row.text("email"), channel,
                        language)).value().toString());
    }
}
