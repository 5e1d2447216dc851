package org.firstfix.asset.domain;

import java.time.Instant;
import java.util.List;
import org.firstfix.asset.AssetApi.ServiceFileEntry;
import org.firstfix.asset.AssetId;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;

/** What was and what happened: only ever added to. */
public interface AssetHistory {
    void add(AssetId asset, List<FieldChange> changes, When when, String actorName, String reason, OrgPath orgPath);

    record When(Instant occurredAt, Instant recordedAt) {}

    void add(ServiceFileEntry entry, OrgPath orgPath);
}
