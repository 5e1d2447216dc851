package org.firstfix.cases.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.CaseStatus;
import org.firstfix.contract.Priority;

/**
 * Which cases a list shows; empty means any.
 *
 * @param account number of a customer; {@code site} number of a site; {@code asset} serial number of a machine
 * @param mine only the caller's own
 * @param branch path of an organisation unit; everything below it counts
 * @param overdue whose next milestone has passed; {@code atRisk} three quarters of whose time are used, or more
 * @param text the beginning of a case number
 */
public record CaseFilter(List<CaseStatus> status, List<Priority> priority, Optional<String> account, Optional<String> site,
        Optional<String> asset, Optional<String> symptom, boolean mine, Optional<String> branch, Optional<Instant> reportedFrom,
        Optional<Instant> reportedTo, boolean overdue, boolean atRisk, boolean watched, Optional<String> text, Order order) {
    public enum Order {
        /** The newest first. */
        REPORTED,
        /** What is due first, first; cases that are over are left out, and those without a due time come last. */
        DUE
    }
}
