package org.firstfix.customer;

import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;

/** {@code tier} is VIP, IMPORTANT, ORDINARY, SMALL or PROSPECT; {@code overdue}: owes money that blocks free service. */
public record AccountSummary(AccountId id, String number, String name, String shortName, String tier, Language language,
        boolean overdue, OrgPath orgPath) {}
