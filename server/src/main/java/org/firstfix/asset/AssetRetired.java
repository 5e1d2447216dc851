package org.firstfix.asset;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A machine is out of service for good. */
public record AssetRetired(AssetId assetId, String number, String serial,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("asset", assetId.value().toString());
    }
}
