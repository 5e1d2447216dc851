package org.firstfix.sla;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.firstfix.platform.scope.OrgPath;

/**
 * The standards of the house: what it promises its customers beside contracts, and each department the next. Times are when it
 * happened, which may be before now. Call inside a transaction.
 */
public interface StandardApi {
    /** A case was reported; standards that begin with it do. */
    void reported(CaseReference subject, String tier, ZoneId zone, OrgPath orgPath, Instant at);

    /**
     * Standards that begin with this moment begin, those that end with it are kept or missed. A second time changes nothing, an
     * earlier true time corrects. Nothing happens to a case that was never reported to the standards.
     */
    void happened(UUID caseId, ServiceMoment moment, Instant at);

    /** Nobody waits for anything any more. */
    void cancelled(UUID caseId);
}
