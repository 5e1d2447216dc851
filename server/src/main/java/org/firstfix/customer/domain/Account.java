package org.firstfix.customer.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.organization.OrgUnitId;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;

/** A customer as the house keeps it, with its place in the house and in its own group. */
public record Account(AccountId id, String number, Facts facts, Instant createdAt, int version) {
    /**
     * What may be corrected.
     *
     * @param parent whom the account belongs to
     * @param debtor the legal person that owes the money; nothing if the account pays itself
     * @param overdue owes money that blocks free service
     */
    public record Facts(String name, String shortName, Optional<AccountId> parent, Optional<AccountId> debtor,
            AccountTier tier, String industry, String language, boolean overdue, String remarks, boolean active,
            OrgUnitId orgUnitId, OrgPath orgPath) {
        Map<String, String> asTexts() {
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put("name", name);
            texts.put("shortName", shortName);
            texts.put("parent", parent.map(id -> id.value().toString()).orElse(""));
            texts.put("debtor", debtor.map(id -> id.value().toString()).orElse(""));
            texts.put("tier", tier.name());
            texts.put("industry", industry);
            texts.put("language", language);
            texts.put("overdue", Boolean.toString(overdue));
            texts.put("remarks", remarks);
            texts.put("active", Boolean.toString(active));
            texts.put("orgUnit", orgPath.value());
            return texts;
        }
    }

    public List<FieldChange> changesTo(Facts next) {
        return FieldChange.between(facts.asTexts(), next.asTexts());
    }

    public Account changed(Facts next) {
        return new Account(id, number, next, createdAt, version + 1);
    }
}
