package org.firstfix.asset.query;

import static org.firstfix.schema.asset.Tables.SERVICE_FILE_ENTRY;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.firstfix.asset.AssetApi.ServiceFileEntry;
import org.firstfix.asset.AssetId;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened last to some machines. */
@Query
public class ServiceFileNews {
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final DSLContext database;
    private final JsonMapper json;

    ServiceFileNews(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public List<ServiceFileEntry> newest(Collection<AssetId> assets, int most) {
        return database.selectFrom(SERVICE_FILE_ENTRY)
                .where(SERVICE_FILE_ENTRY.ASSET_ID.in(assets.stream().map(AssetId::value).distinct().toList()))
                .orderBy(SERVICE_FILE_ENTRY.OCCURRED_AT.desc(), SERVICE_FILE_ENTRY.ID.desc()).limit(most)
                .fetch(row -> new ServiceFileEntry(new AssetId(row.getAssetId()), row.getOccurredAt(), row.getKind(), row.getReference(),
                        json.readValue(row.getSummary().data(), VALUES), row.getPersonName()));
    }
}
