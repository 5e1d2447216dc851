package org.firstfix.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;

/** Questions about cases, and what the modules above tell a case. Call inside a transaction. */
public interface CaseApi {
    /** @throws Problem 404 */
    CaseSummary get(CaseId id);

    Map<CaseId, CaseSummary> get(Collection<CaseId> ids);

    Optional<CaseSummary> findByNumber(String number);

    /** The cases reported last, the newest first. */
    List<CaseSummary> latest(int most);

    /** What was done, in the words of whoever solved it; empty while nobody has. @throws Problem 404 */
    String resolutionOf(CaseId id);

    /** Opens a case: entitlement, clock, journal, all at once. */
    CaseId receive(NewCase report);

    /**
     * @param channel PHONE, PORTAL, EMAIL, CHAT, ENGINEER, MONITORING or IMPORT
     * @param impact STOPPED, DEGRADED, REDUNDANCY_LOST or NONE; {@code urgency} HIGH, MEDIUM or LOW
     * @param reportedAt when the customer told us
     * @param dedicatedEngineer who opened it on the customer's behalf and diagnoses himself
     */
    record NewCase(String channel, String subject, String description, Optional<String> symptomCode, AccountId accountId,
            SiteId siteId, Optional<ContactId> contactId, Optional<AssetId> assetId, String impact, String urgency,
            Instant reportedAt, Optional<PersonId> dedicatedEngineer) {}

    /** The engineer repaired it; the case waits for the customer's word. */
    void workDone(CaseId id, Instant at, String resolution);

    /** The first visit did not end it. @param reason as in {@code WorkOrder.visitReason} */
    void secondVisitNeeded(CaseId id, String reason, Instant at);

    /** Nothing can be done without the customer. The clock stops if the contract gives the right to, with that evidence. */
    void waitForCustomer(CaseId id, String reason, String evidence, Instant at);

    void customerReady(CaseId id, Instant at);

    void handToVendor(CaseId id, String note, Instant at);

    /** A case that was over before it came to us: past cases of an import. No clock, no news to the customer. */
    CaseId recordPastCase(PastCase pastCase);

    record PastCase(String subject, String description, Optional<String> symptomCode, AccountId accountId, SiteId siteId,
            Optional<AssetId> assetId, Optional<String> modelCode, Instant reportedAt, Instant closedAt, String resolution) {}

    List<Symptom> symptoms();

    /** A symptom of the catalogue; parents group, leaves are chosen. */
    record Symptom(String code, Optional<String> parentCode, String nameZh, String nameEn) {}
}
