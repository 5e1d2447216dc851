package org.firstfix.sla.query;

import static org.firstfix.schema.sla.Tables.OFFICIAL_DAY;

import java.util.Map;
import java.util.stream.Collectors;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** The holidays' names in the other language. */
@Query
public class HolidayNames {
    private final DSLContext database;

    HolidayNames(DSLContext database) {
        this.database = database;
    }

    /** Chinese name to English name. */
    public Map<String, String> english() {
        return database.selectDistinct(OFFICIAL_DAY.NAME_ZH, OFFICIAL_DAY.NAME_EN).from(OFFICIAL_DAY)
                .fetchGroups(OFFICIAL_DAY.NAME_ZH, OFFICIAL_DAY.NAME_EN).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, names -> names.getValue().getLast()));
    }
}
