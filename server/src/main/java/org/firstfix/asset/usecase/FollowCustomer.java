package org.firstfix.asset.usecase;

import org.firstfix.asset.domain.Assets;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Machines go with their customer: to the branch that serves the site, under the name the account has now. */
@Component
public class FollowCustomer {
    private final Assets assets;
    private final FindableAssets findable;
    private final Work work;

    FollowCustomer(Assets assets, FindableAssets findable, Work work) {
        this.assets = assets;
        this.findable = findable;
        this.work = work;
    }

    public void toBranch(SiteId site, OrgPath orgPath) {
        work.asTheHouse("site changed", () -> assets.replace(site, orgPath).forEach(findable::asset));
    }

    public void toName(AccountId account) {
        work.asTheHouse("account changed", () -> assets.of(account).forEach(findable::asset));
    }
}
