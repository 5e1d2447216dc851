package org.firstfix.workorder.domain;

import java.util.Optional;
import org.firstfix.workorder.WorkOrderStatus;

/** How a visit ended, and what follows from that. */
public enum VisitOutcome {
    REPAIRED,
    WRONG_PREDICTION,
    PART_MISSING,
    PART_DEAD_ON_ARRIVAL,
    CUSTOMER_NOT_READY,
    CUSTOMER_REFUSED,
    NOT_ON_SITE,
    HANDED_OVER,
    WITH_VENDOR;

    /** Where the work order stands when its visit ended so. */
    public WorkOrderStatus endsIn() {
        return switch (this) {
            case REPAIRED -> WorkOrderStatus.COMPLETED;
            case HANDED_OVER -> WorkOrderStatus.HANDED_OVER;
            case WRONG_PREDICTION, PART_MISSING, PART_DEAD_ON_ARRIVAL, CUSTOMER_NOT_READY, CUSTOMER_REFUSED, NOT_ON_SITE,
                    WITH_VENDOR -> WorkOrderStatus.ENDED_OPEN;
        };
    }

    /** The state the next visit starts in; none if no visit of ours follows. */
    public Optional<WorkOrderStatus> nextVisit() {
        return switch (this) {
            case WRONG_PREDICTION, HANDED_OVER -> Optional.of(WorkOrderStatus.RELEASED);
            case PART_MISSING, PART_DEAD_ON_ARRIVAL -> Optional.of(WorkOrderStatus.WAITING_FOR_PART);
            case CUSTOMER_NOT_READY, CUSTOMER_REFUSED, NOT_ON_SITE -> Optional.of(WorkOrderStatus.WAITING_FOR_CUSTOMER);
            case REPAIRED, WITH_VENDOR -> Optional.empty();
        };
    }

    /** Nothing can be done without the customer; the clock stops if the contract gives the right to. */
    public boolean waitsForCustomer() {
        return nextVisit().filter(WorkOrderStatus.WAITING_FOR_CUSTOMER::equals).isPresent();
    }

    /** Only what the customer asked for or caused consumes the contract: a second visit that we owe does not. */
    public boolean consumesQuota() {
        return this == REPAIRED || waitsForCustomer();
    }

    /** The next visit may carry other parts than this one. */
    public boolean asksForNewDiagnosis() {
        return switch (this) {
            case WRONG_PREDICTION, PART_MISSING, PART_DEAD_ON_ARRIVAL, HANDED_OVER -> true;
            case REPAIRED, CUSTOMER_NOT_READY, CUSTOMER_REFUSED, NOT_ON_SITE, WITH_VENDOR -> false;
        };
    }

    /** Nobody signs where nobody was met or nothing was done. */
    public boolean needsSignature() {
        return switch (this) {
            case REPAIRED, WRONG_PREDICTION, PART_MISSING, PART_DEAD_ON_ARRIVAL, WITH_VENDOR -> true;
            case CUSTOMER_NOT_READY, CUSTOMER_REFUSED, NOT_ON_SITE, HANDED_OVER -> false;
        };
    }
}
