package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.cases.CaseId;
import org.firstfix.customer.SiteId;

/** Faults that came back, and where to look for what was before them. */
public interface RepeatFaults {
    /** What was found at this machine the last time before that moment. */
    Optional<RepeatFault.Earlier> lastAt(AssetId machine, CaseId besides, Instant before);

    /** The last time one of these causes was found at this site before that moment, at whatever machine. */
    Optional<RepeatFault.Earlier> lastAt(SiteId site, Collection<String> causes, CaseId besides, Instant before);

    /** Whether one of these causes was found in that case. */
    boolean hadCause(CaseId id, Collection<String> causes);

    Optional<RepeatFault> findForChange(CaseId id);

    /** A case repeats one other case at most. */
    void add(RepeatFault found);

    void compared(CaseId id, boolean sameCause);

    void judge(RepeatFault judged, RepeatFault.Verdict verdict, String note, String byName, Instant at);
}
