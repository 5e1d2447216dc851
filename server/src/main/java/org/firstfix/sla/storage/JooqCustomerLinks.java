package org.firstfix.sla.storage;

import static org.firstfix.schema.sla.Tables.CUSTOMER_LINK;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.scope.OrgPath;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Links for customers: found by the digest of their secret, which itself is not kept. */
@Component
public class JooqCustomerLinks {
    private final DSLContext database;

    JooqCustomerLinks(DSLContext database) {
        this.database = database;
    }

    public void add(String secret, UUID caseId, Instant madeAt, String madeBy, Instant expiresAt, OrgPath orgPath) {
        database.insertInto(CUSTOMER_LINK).set(CUSTOMER_LINK.DIGEST, digest(secret)).set(CUSTOMER_LINK.CASE_ID, caseId)
                .set(CUSTOMER_LINK.MADE_AT, madeAt).set(CUSTOMER_LINK.MADE_BY, madeBy).set(CUSTOMER_LINK.EXPIRES_AT, expiresAt)
                .set(CUSTOMER_LINK.ORG_PATH, orgPath.value()).execute();
    }

    /** The case it leads to; nothing for an unknown or expired one. */
    public Optional<UUID> caseOf(String secret, Instant now) {
        return database.select(CUSTOMER_LINK.CASE_ID).from(CUSTOMER_LINK)
                .where(CUSTOMER_LINK.DIGEST.eq(digest(secret)), CUSTOMER_LINK.EXPIRES_AT.gt(now)).fetchOptional(CUSTOMER_LINK.CASE_ID);
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
