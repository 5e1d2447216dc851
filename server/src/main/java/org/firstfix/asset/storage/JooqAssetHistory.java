package org.firstfix.asset.storage;

import static org.firstfix.schema.asset.Tables.ASSET_CHANGE;
import static org.firstfix.schema.asset.Tables.SERVICE_FILE_ENTRY;

import java.util.List;
import org.firstfix.asset.AssetApi.ServiceFileEntry;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.domain.AssetHistory;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class JooqAssetHistory implements AssetHistory {
    private final DSLContext database;
    private final JsonMapper json;

    JooqAssetHistory(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void add(AssetId asset, List<FieldChange> changes, When when, String actorName, String reason, OrgPath orgPath) {
        changes.forEach(change -> database.insertInto(ASSET_CHANGE)
                .set(ASSET_CHANGE.ASSET_ID, asset.value())
                .set(ASSET_CHANGE.FIELD, change.field())
                .set(ASSET_CHANGE.OLD_VALUE, change.before())
                .set(ASSET_CHANGE.NEW_VALUE, change.after())
                .set(ASSET_CHANGE.OCCURRED_AT, when.occurredAt())
                .set(ASSET_CHANGE.RECORDED_AT, when.recordedAt())
                .set(ASSET_CHANGE.ACTOR_NAME, actorName)
                .set(ASSET_CHANGE.REASON, reason)
                .set(ASSET_CHANGE.ORG_PATH, orgPath.value()).execute());
    }

    @Override
    public void add(ServiceFileEntry entry, OrgPath orgPath) {
        database.insertInto(SERVICE_FILE_ENTRY)
                .set(SERVICE_FILE_ENTRY.ASSET_ID, entry.assetId().value())
                .set(SERVICE_FILE_ENTRY.OCCURRED_AT, entry.occurredAt())
                .set(SERVICE_FILE_ENTRY.KIND, entry.kind())
                .set(SERVICE_FILE_ENTRY.REFERENCE, entry.reference())
                .set(SERVICE_FILE_ENTRY.SUMMARY, JSONB.valueOf(json.writeValueAsString(entry.summary())))
                .set(SERVICE_FILE_ENTRY.PERSON_NAME, entry.personName())
                .set(SERVICE_FILE_ENTRY.ORG_PATH, orgPath.value()).execute();
    }
}
