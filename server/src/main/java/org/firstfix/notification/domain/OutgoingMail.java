package org.firstfix.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.files.FileId;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;

/** A mail to a customer or a colleague: what it is about, and how far it has come. */
public record OutgoingMail(UUID id, String onceKey, MailAddress to, String toName, Language language, String template,
        Map<String, Object> values, MailStatus status, Instant createdAt, Optional<Instant> sentAt, int attempts, int resends,
        String lastError, Optional<AccountId> accountId, Optional<ContactId> contactId, String reference, List<FileId> attachments,
        OrgPath orgPath) {}
