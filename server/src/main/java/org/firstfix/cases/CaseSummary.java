package org.firstfix.cases;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;

/** A case as other modules see it. */
public record CaseSummary(CaseId id, String number, CaseStatus status, String subject, String description,
        Optional<String> symptomCode, AccountId accountId, SiteId siteId, Optional<ContactId> contactId,
        Optional<AssetId> assetId, Optional<ContractLineId> contractLineId, Optional<String> modelCode, Optional<String> family, Priority priority, Instant reportedAt,
        Optional<Instant> dueAt, Optional<PersonId> dedicatedEngineerId, boolean criticalWatch, OrgPath orgPath) {}
