package org.firstfix.cases.domain;

import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;

/** The quotes that cases ask for. */
public interface QuoteRequests {
    record Name(UUID id, String number) {}

    /** A new id and number: {@code Q-2026-001001}. */
    Name nextName(int year);

    Optional<QuoteRequest> of(CaseId caseId);

    Optional<QuoteRequest> forChange(CaseId caseId);

    void add(QuoteRequest requested);

    void save(QuoteRequest changed);
}
