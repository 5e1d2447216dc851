package org.firstfix.asset;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A retired machine is in service again. */
public record AssetReturnedToService(AssetId assetId, String number, String serial,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("asset", assetId.value().toString());
    }
}
