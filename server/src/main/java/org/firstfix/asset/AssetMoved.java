package org.firstfix.asset;

import java.time.Instant;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A machine stands at another site, and belongs to that site's account. */
public record AssetMoved(AssetId assetId, String number, String serial, SiteId fromSite, SiteId toSite, AccountId accountId,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("asset", assetId.value().toString());
    }
}
