package org.firstfix.organization.storage;

import static org.firstfix.schema.organization.Tables.ORG_UNIT;

import org.firstfix.organization.OrgUnitId;
import org.firstfix.platform.scope.OrgPath;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The organisation tree as it is kept. */
@Component
public class OrgUnits {
    private final DSLContext database;

    OrgUnits(DSLContext database) {
        this.database = database;
    }

    public OrgUnitId add(String code, String kind, String nameZh, String nameEn, OrgPath path, String zone) {
        return new OrgUnitId(database.insertInto(ORG_UNIT)
                .set(ORG_UNIT.CODE, code).set(ORG_UNIT.KIND, kind).set(ORG_UNIT.NAME_ZH, nameZh).set(ORG_UNIT.NAME_EN, nameEn)
                .set(ORG_UNIT.PATH, path.value()).set(ORG_UNIT.ZONE, zone)
                .returning(ORG_UNIT.ID).fetchSingle().getId());
    }
}
