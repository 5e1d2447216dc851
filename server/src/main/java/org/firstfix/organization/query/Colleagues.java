package org.firstfix.organization.query;

import static org.firstfix.schema.organization.Tables.ORG_UNIT;
import static org.firstfix.schema.organization.Tables.PERSON;
import static org.firstfix.schema.organization.Tables.USER_ACCOUNT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.util.List;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** People to choose from who may sign in, within the caller's part of the house: names and places, nothing private. */
@Query
public class Colleagues {
    private static final int MOST = 30;

    private final DSLContext database;

    Colleagues(DSLContext database) {
        this.database = database;
    }

    public record Colleague(UserId userId, PersonId personId, String name, String userName, String orgUnitNameZh,
            String orgUnitNameEn) {}

    /** @param text a part of the name or the beginning of the user name; empty for the first ones by name */
    public List<Colleague> find(DataScope scope, String text) {
        return database.select(USER_ACCOUNT.ID, PERSON.ID, PERSON.NAME, USER_ACCOUNT.USER_NAME, ORG_UNIT.NAME_ZH, ORG_UNIT.NAME_EN)
                .from(USER_ACCOUNT).join(PERSON).on(PERSON.ID.eq(USER_ACCOUNT.PERSON_ID))
                .join(ORG_UNIT).on(ORG_UNIT.ID.eq(PERSON.ORG_UNIT_ID))
                .where(USER_ACCOUNT.ACTIVE.isTrue(), PERSON.ACTIVE.isTrue(),
                        scope.everything() ? noCondition() : condition("{0} <@ {1}::ltree[]", PERSON.ORG_PATH, val(scope.asArrayLiteral())),
                        text.isBlank() ? noCondition() : PERSON.NAME.containsIgnoreCase(text.strip())
                                .or(USER_ACCOUNT.USER_NAME.startsWithIgnoreCase(text.strip())))
                .orderBy(PERSON.NAME, USER_ACCOUNT.ID).limit(MOST)
                .fetch(row -> new Colleague(new UserId(row.value1()), new PersonId(row.value2()), row.value3(), row.value4(),
                        row.value5(), row.value6()));
    }
}
