package org.firstfix.diagnosis.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.scope.OrgPath;

/** A fault that came back: the repair before it was not the end of it, until somebody says otherwise. */
public record RepeatFault(CaseId caseId, String caseNumber, CaseId earlierCaseId, String earlierCaseNumber, Kind kind, Optional<AssetId> assetId,
        SiteId siteId, int days, Optional<Boolean> sameCause, Instant foundAt, Optional<Verdict> verdict, OrgPath orgPath, int version) {
    public enum Kind {
        SAME_MACHINE,
        SAME_CAUSE_AT_SITE
    }

    public enum Verdict {
        OUR_REPAIR,
        PART,
        ANOTHER_FAULT,
        CUSTOMER_SIDE;

        /** Whether the repair before it counts as one that held. */
        public boolean clearsTheEarlierRepair() {
            return switch (this) {
                case OUR_REPAIR, PART -> false;
                case ANOTHER_FAULT, CUSTOMER_SIDE -> true;
            };
        }
    }

    /** What was found before: in which case, when, at which machine. */
    public record Earlier(CaseId caseId, String caseNumber, Instant foundAt) {}

    public static RepeatFault of(CaseSummary again, Earlier earlier, Kind kind, Instant at) {
        return new RepeatFault(again.id(), again.number(), earlier.caseId(), earlier.caseNumber(), kind, again.assetId(), again.siteId(),
                (int) Duration.between(earlier.foundAt(), again.reportedAt()).toDays(), Optional.empty(), at, Optional.empty(), again.orgPath(), 0);
    }

    /** Reported after the repair before it, and not later than so many days after. */
    public static boolean isSoonAfter(Instant foundBefore, Instant reportedAt, int days) {
        return !reportedAt.isBefore(foundBefore) && !reportedAt.isAfter(foundBefore.plus(Duration.ofDays(days)));
    }
}
