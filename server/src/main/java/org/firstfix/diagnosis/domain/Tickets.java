package org.firstfix.diagnosis.domain;

import java.util.List;
import org.firstfix.cases.CaseId;

/** All that was ever found out, in the order in which it was. */
public interface Tickets {
    /** A later finding of the same case replaces the earlier one, whose place stays known. Places are given in the order of commits. */
    void add(CaseId of, FaultTicket found);

    /** What follows that place. */
    List<FaultTicket> after(long sequence, int most);

    /** What was known at that place: without what had been replaced by then. */
    List<FaultTicket> upTo(long sequence);

    /** The newest place; 0 without any. */
    long newest();
}
