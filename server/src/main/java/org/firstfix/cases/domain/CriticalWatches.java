package org.firstfix.cases.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;

/** All watches and their messages. Loading one for a change locks it until the transaction ends. */
public interface CriticalWatches {
    Optional<CriticalWatch> findOpenForChange(CaseId caseId);

    /** Open watches whose alarm is due, skipping those that another node has in hand. */
    List<CriticalWatch> alarmsDue(Instant now, int most);

    void add(CriticalWatch watch);

    void save(CriticalWatch watch);

    void addMessage(CriticalWatch watch, Message message);

    record Message(UUID id, Instant at, String text, String authorName, boolean late) {}
}
