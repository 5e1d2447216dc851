package org.firstfix.asset.reaction;

import org.firstfix.asset.usecase.FollowCustomer;
import org.firstfix.customer.AccountChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class OnAccountChanged {
    private final FollowCustomer followCustomer;

    OnAccountChanged(FollowCustomer followCustomer) {
        this.followCustomer = followCustomer;
    }

    @EventListener
    void follow(AccountChanged event) {
        if (event.changes().stream().anyMatch(change -> change.field().equals("name"))) {
            followCustomer.toName(event.accountId());
        }
    }
}
