package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.workorder.WorkOrderId;

/** Times that are kept for customers. */
public interface SlotHolds {
    /** Locked until the transaction ends. @throws org.firstfix.platform.problem.Problem 404 */
    SlotHold load(UUID id);

    /** @throws org.firstfix.platform.problem.Problem 404 */
    SlotHold view(UUID id);

    /** What still counts for a work order. */
    Optional<SlotHold> currentOf(WorkOrderId workOrder, Instant now);

    /** What still counts of an engineer's time, for other work orders than that one. */
    List<SlotHold> overlapping(PersonId engineer, Period period, WorkOrderId except, Instant now);

    /** @throws org.firstfix.platform.problem.Problem 409 if that time is kept for somebody else */
    void add(SlotHold hold);

    /** Whatever is held for a work order ends so. */
    void end(WorkOrderId workOrder, SlotHold.State how);

    /** Writes down which ones have expired. @return those */
    List<SlotHold> expire(Instant now, int most);
}
