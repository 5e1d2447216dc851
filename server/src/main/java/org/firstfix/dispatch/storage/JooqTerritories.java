package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.TERRITORY;

import org.firstfix.dispatch.domain.Territories;
import org.firstfix.platform.scope.OrgPath;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqTerritories implements Territories {
    private final DSLContext database;

    JooqTerritories(DSLContext database) {
        this.database = database;
    }

    @Override
    public void put(String code, String nameZh, String nameEn, OrgPath place) {
        database.insertInto(TERRITORY)
                .set(TERRITORY.CODE, code)
                .set(TERRITORY.NAME_ZH, nameZh)
                .set(TERRITORY.NAME_EN, nameEn)
                .set(TERRITORY.ORG_PATH, place.value())
                .onConflict(TERRITORY.CODE).doUpdate()
                .set(TERRITORY.NAME_ZH, nameZh)
                .set(TERRITORY.NAME_EN, nameEn)
                .set(TERRITORY.ORG_PATH, place.value())
                .execute();
    }
}
