package org.firstfix.dispatch;

import java.util.List;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.workorder.WorkOrderId;

/** Questions about who goes when. Call inside a transaction. */
public interface DispatchApi {
    /** The appointment that still counts, if somebody is booked. */
    Optional<AppointmentSummary> currentOf(WorkOrderId id);

    /** All of a work order, also cancelled ones, the oldest first. */
    List<AppointmentSummary> ofWorkOrder(WorkOrderId id);

    /** Who owns this customer, and who stands in. */
    Optional<Dedication> dedicationOf(AccountId id);

    record Dedication(AccountId accountId, PersonId engineerId, Optional<PersonId> standInId) {}
}
