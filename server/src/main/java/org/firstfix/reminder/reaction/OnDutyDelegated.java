package org.firstfix.reminder.reaction;

import java.util.UUID;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.PromiseId;
import org.firstfix.reminder.DutyDelegated;
import org.firstfix.reminder.usecase.PromiseDuties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The reminder of a promise goes to nobody but its owner: with the one the other is handed over. */
@Component
class OnDutyDelegated {
    private final CustomerApi customers;

    OnDutyDelegated(CustomerApi customers) {
        this.customers = customers;
    }

    @EventListener
    void on(DutyDelegated duty) {
        if (duty.key().type().equals(PromiseDuties.SUBJECT)) {
            customers.handOverPromise(new PromiseId(UUID.fromString(duty.key().id())), duty.to(), duty.reason());
        }
    }
}
