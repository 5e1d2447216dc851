package org.firstfix.workorder.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.diagnosis.SiteCondition;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.problem.Problem;

/** What the engineer writes about a visit, until the customer signs it. After that it never changes. */
public final class ServiceReport {
    /**
     * What the engineer filled in so far.
     *
     * @param trueCauses codes of the cause catalogue
     * @param siteConditions what at the site may have brought it about
     * @param predictionRight the engineer's own word on technical support's prediction
     */
    public record Draft(String findings, String actions, String advice, List<String> trueCauses, Set<SiteCondition> siteConditions,
            Optional<Boolean> predictionRight, Optional<VisitOutcome> outcome, String outcomeNote) {
        public Draft {
            trueCauses = List.copyOf(trueCauses);
            siteConditions = Set.copyOf(siteConditions);
        }

        public static Draft empty() {
            return new Draft("", "", "", List.of(), Set.of(), Optional.empty(), Optional.empty(), "");
        }
    }

    private Draft draft;
    private Optional<Instant> arrivedAt;
    private Optional<Instant> leftAt;
    private Optional<Signature> signature;
    private final Optional<FileId> pdf;
    private final int version;
    private boolean changed;

    public ServiceReport(Draft draft, Optional<Instant> arrivedAt, Optional<Instant> leftAt, Optional<Signature> signature,
            Optional<FileId> pdf, int version) {
        this.draft = draft;
        this.arrivedAt = arrivedAt;
        this.leftAt = leftAt;
        this.signature = signature;
        this.pdf = pdf;
        this.version = version;
    }

    static ServiceReport begun() {
        return new ServiceReport(Draft.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** @throws Problem 409 if it is signed */
    void write(Draft text) {
        requireUnsigned();
        draft = text;
        changed = true;
    }

    void arrived(Instant at) {
        arrivedAt = Optional.of(at);
        changed = true;
    }

    void sign(Signature given) {
        requireUnsigned();
        signature = Optional.of(given);
        changed = true;
    }

    void left(Instant at) {
        leftAt = Optional.of(at);
        changed = true;
    }

    void requireUnsigned() {
        signature.ifPresent(given -> {
            throw Problem.conflict("workorder.report-signed", Map.of("name", given.name()));
        });
    }

    public boolean isSigned() {
        return signature.isPresent();
    }

    public Draft draft() {
        return draft;
    }

    public Optional<Instant> arrivedAt() {
        return arrivedAt;
    }

    public Optional<Instant> leftAt() {
        return leftAt;
    }

    public Optional<Signature> signature() {
        return signature;
    }

    /** The document as the customer gets it. */
    public Optional<FileId> pdf() {
        return pdf;
    }

    public int version() {
        return version;
    }

    /** For storage: whether anything was written since it was read. */
    public boolean isChanged() {
        return changed;
    }
}
