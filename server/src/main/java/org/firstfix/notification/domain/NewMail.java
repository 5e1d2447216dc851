package org.firstfix.notification.domain;

import java.util.List;
import java.util.Map;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;

/** @param onceKey names the occasion: a second mail for the same occasion is not written */
public record NewMail(String onceKey, MailAddress to, String toName, Language language, String template,
        Map<String, Object> values, AccountId accountId, ContactId contactId, String reference, List<FileId> attachments,
        OrgPath orgPath) {}
