package org.firstfix.asset;

import java.time.Instant;
import java.util.List;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;

/** Facts of a machine were corrected or have changed. */
public record AssetChanged(AssetId assetId, String number, String serial, List<FieldChange> changes,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("asset", assetId.value().toString());
    }
}
