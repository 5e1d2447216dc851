package org.firstfix.notification.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;

/**
 * @param onceKey names the occasion: a second mail for the same occasion is not written
 * @param accountId the customer it belongs to; none for a mail to somebody of the house
 */
public record NewMail(String onceKey, MailAddress to, String toName, Language language, String template,
        Map<String, Object> values, Optional<AccountId> accountId, Optional<ContactId> contactId, String reference, List<FileId> attachments,
        OrgPath orgPath) {}
