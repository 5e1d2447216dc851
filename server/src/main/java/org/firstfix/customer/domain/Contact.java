package org.firstfix.customer.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;

/** Somebody at the customer's, placed in the customer's own organisation. */
public record Contact(ContactId id, AccountId accountId, Facts facts, int version) {
    /**
     * What may be corrected.
     *
     * @param decides what this person decides, in words
     * @param interests what is worth knowing for a talk
     * @param orgPath the place of the site, or of the account if the contact has no site
     */
    public record Facts(Optional<SiteId> siteId, String name, String jobTitle, ContactPosition position, String decides,
            Optional<ContactId> reportsTo, String phone, String mobile, String email, PreferredChannel preferredChannel,
            String language, String interests, boolean active, OrgPath orgPath) {
        Map<String, String> asTexts() {
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put("site", siteId.map(id -> id.value().toString()).orElse(""));
            texts.put("name", name);
            texts.put("jobTitle", jobTitle);
            texts.put("position", position.name());
            texts.put("decides", decides);
            texts.put("reportsTo", reportsTo.map(id -> id.value().toString()).orElse(""));
            texts.put("phone", phone);
            texts.put("mobile", mobile);
            texts.put("email", email);
            texts.put("preferredChannel", preferredChannel.name());
            texts.put("language", language);
            texts.put("interests", interests);
            texts.put("active", Boolean.toString(active));
            return texts;
        }
    }

    public List<FieldChange> changesTo(Facts next) {
        return FieldChange.between(facts.asTexts(), next.asTexts());
    }

    public Contact changed(Facts next) {
        return new Contact(id, accountId, next, version + 1);
    }

    /**
     * Nobody reports to somebody below them, nor to themselves.
     *
     * @param lineOfSuperior the new superior, whom they report to, and so on
     */
    public static boolean superiorWouldCloseACycle(ContactId contact, List<ContactId> lineOfSuperior) {
        return lineOfSuperior.contains(contact);
    }
}
