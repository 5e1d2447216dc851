package org.firstfix.customer;

import java.util.Optional;
import org.firstfix.platform.text.Language;

/** Somebody at the customer's. Phone, mobile and e-mail are empty if unknown. */
public record ContactSummary(ContactId id, AccountId accountId, Optional<SiteId> siteId, String name, String jobTitle,
        String position, String phone, String mobile, String email, String preferredChannel, Language language) {}
