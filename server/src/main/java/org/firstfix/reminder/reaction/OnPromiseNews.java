package org.firstfix.reminder.reaction;

import org.firstfix.customer.PromiseHandedOver;
import org.firstfix.customer.PromiseMade;
import org.firstfix.customer.PromiseSettled;
import org.firstfix.reminder.usecase.PromiseDuties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who promised something is reminded of it, until it is settled. */
@Component
class OnPromiseNews {
    private final PromiseDuties promises;

    OnPromiseNews(PromiseDuties promises) {
        this.promises = promises;
    }

    @EventListener
    void on(PromiseMade promise) {
        promises.made(promise);
    }

    @EventListener
    void on(PromiseHandedOver promise) {
        promises.handedOver(promise);
    }

    @EventListener
    void on(PromiseSettled promise) {
        promises.settled(promise);
    }
}
