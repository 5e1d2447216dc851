package org.firstfix.organization.query;

import static org.firstfix.schema.organization.Tables.ORG_UNIT;

import java.util.List;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** The whole house as a tree, parents before children. A national network has a few thousand units at most. */
@Query
public class OrgTree {
    private static final int MOST = 5_000;

    private final DSLContext database;

    OrgTree(DSLContext database) {
        this.database = database;
    }

    public record Unit(String code, String kind, String nameZh, String nameEn, String path, String zone, int depth) {}

    public List<Unit> show() {
        return database.selectFrom(ORG_UNIT).orderBy(ORG_UNIT.PATH).limit(MOST).fetch(unit -> new Unit(unit.getCode(), unit.getKind(),
                unit.getNameZh(), unit.getNameEn(), unit.getPath(), unit.getZone(), unit.getPath().split("\\.").length - 1));
    }
}
