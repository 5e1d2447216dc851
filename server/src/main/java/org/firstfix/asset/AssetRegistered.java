package org.firstfix.asset;

import java.time.Instant;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A machine is in the installed base from now on. */
public record AssetRegistered(AssetId assetId, String number, String serial, String modelCode, AccountId accountId, SiteId siteId,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("asset", assetId.value().toString());
    }
}
