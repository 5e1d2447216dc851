package org.firstfix.cases.domain;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.problem.Problem;

/** All cases. Loading one for a change locks it until the transaction ends. */
public interface Cases {
    /** A new id and number: {@code C-2026-001001}. */
    Name nextName(int year);

    record Name(CaseId id, String number) {}

    /** @throws Problem 404 */
    default Case forChange(String number) {
        return findForChange(number).orElseThrow(() -> Problem.notFound("case", number));
    }

    /** @throws Problem 404 */
    default Case forChange(CaseId id) {
        return findForChange(id).orElseThrow(() -> Problem.notFound("case", id.value()));
    }

    /** For looking only. */
    Optional<Case> find(String number);

    /** For looking only. */
    Optional<Case> find(CaseId id);

    Optional<Case> findForChange(String number);

    Optional<Case> findForChange(CaseId id);

    void add(Case received);

    /** Stores what changed and counts the version up. */
    void save(Case changed);

    /** The clock says something else now. Nobody changed the case, so its version stays. */
    void dueChanged(CaseId id, Optional<Instant> dueAt, boolean atRisk);
}
