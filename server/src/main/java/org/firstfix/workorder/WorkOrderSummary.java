package org.firstfix.workorder;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;

/**
 * A work order as other modules see it.
 *
 * @param requiredSkill code of the skill the visit asks for; none if anybody may go
 * @param expectedMinutes at the site
 * @param crewSize how many engineers the visit needs, 1 to 4
 * @param visitReason why this visit exists: FIRST_VISIT, or how the one before ended
 */
public record WorkOrderSummary(WorkOrderId id, String number, CaseId caseId, String caseNumber, WorkOrderStatus status,
        String workType, String subject, Priority priority, AccountId accountId, SiteId siteId, Optional<ContactId> contactId,
        Optional<AssetId> assetId, Optional<String> requiredSkill, int expectedMinutes, int crewSize, int visitNumber, String visitReason,
        Optional<PersonId> engineerId, Optional<Instant> dueAt, Instant releasedAt, OrgPath orgPath) {
    /** Somebody can still be sent for it. */
    public boolean isOpen() {
        return switch (status) {
            case RELEASED, IN_WORK, WAITING_FOR_PART, WAITING_FOR_CUSTOMER -> true;
            case HANDED_OVER, ENDED_OPEN, COMPLETED, CANCELLED -> false;
        };
    }
}
