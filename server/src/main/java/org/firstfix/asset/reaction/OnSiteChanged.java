package org.firstfix.asset.reaction;

import org.firstfix.asset.usecase.FollowCustomer;
import org.firstfix.customer.SiteChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class OnSiteChanged {
    private final FollowCustomer followCustomer;

    OnSiteChanged(FollowCustomer followCustomer) {
        this.followCustomer = followCustomer;
    }

    @EventListener
    void follow(SiteChanged event) {
        if (event.changes().stream().anyMatch(change -> change.field().equals("orgUnit"))) {
            followCustomer.toBranch(event.siteId(), event.orgPath());
        }
    }
}
