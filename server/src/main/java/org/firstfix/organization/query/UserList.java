package org.firstfix.organization.query;

import static org.firstfix.schema.organization.Tables.ORG_UNIT;
import static org.firstfix.schema.organization.Tables.PERSON;
import static org.firstfix.schema.organization.Tables.ROLE_ASSIGNMENT;
import static org.firstfix.schema.organization.Tables.USER_ACCOUNT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.organization.domain.RoleGrant;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The users of the house, by name. */
@Query
public class UserList {
    private static final String ORDER = "user-name";

    private final DSLContext database;

    UserList(DSLContext database) {
        this.database = database;
    }

    public record Row(UserId userId, PersonId personId, String userName, String name, String phone, String email, String language,
            boolean active, String orgUnitCode, String orgUnitNameZh, String orgUnitNameEn, List<RoleGrant> roles, int version) {}

    /** @param text beginning of the user name or of the person's name; empty for all */
    public record Filter(String text, Optional<String> role, Optional<Boolean> active) {}

    public Page<Row> show(DataScope scope, Filter filter, PageRequest page) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(scope.everything() ? noCondition() : scope.paths().stream()
                .map(path -> condition("{0} <@ {1}::ltree", PERSON.ORG_PATH, val(path.value())))
                .reduce(falseCondition(), Condition::or));
        if (!filter.text().isBlank()) {
            conditions.add(USER_ACCOUNT.USER_NAME.startsWithIgnoreCase(filter.text()).or(PERSON.NAME.startsWith(filter.text())));
        }
        filter.active().ifPresent(active -> conditions.add(USER_ACCOUNT.ACTIVE.eq(active)));
        filter.role().ifPresent(role -> conditions.add(USER_ACCOUNT.ID.in(database.select(ROLE_ASSIGNMENT.USER_ID)
                .from(ROLE_ASSIGNMENT).where(ROLE_ASSIGNMENT.ROLE.eq(role)))));
        page.after(ORDER, 2).ifPresent(cursor -> conditions.add(
                row(USER_ACCOUNT.USER_NAME, USER_ACCOUNT.ID).gt(row(val(cursor.text(0)), val(cursor.uuid(1))))));
        return Page.of(rows(conditions, page.limit() + 1), page.limit(),
                last -> Cursor.after(ORDER, last.userName(), last.userId().value()));
    }

    public Optional<Row> one(UserId user) {
        return rows(List.of(USER_ACCOUNT.ID.eq(user.value())), 1).stream().findFirst();
    }

    private List<Row> rows(Collection<Condition> conditions, int limit) {
        var users = database.select().from(USER_ACCOUNT).join(PERSON).on(PERSON.ID.eq(USER_ACCOUNT.PERSON_ID))
                .join(ORG_UNIT).on(ORG_UNIT.ID.eq(PERSON.ORG_UNIT_ID))
                .where(conditions).orderBy(USER_ACCOUNT.USER_NAME, USER_ACCOUNT.ID).limit(limit).fetch();
        Map<UUID, List<RoleGrant>> roles = database.select(ROLE_ASSIGNMENT.USER_ID, ROLE_ASSIGNMENT.ROLE, ORG_UNIT.CODE)
                .from(ROLE_ASSIGNMENT).join(ORG_UNIT).on(ORG_UNIT.ID.eq(ROLE_ASSIGNMENT.ORG_UNIT_ID))
                .where(ROLE_ASSIGNMENT.USER_ID.in(users.map(user -> user.get(USER_ACCOUNT.ID))))
                .orderBy(ROLE_ASSIGNMENT.ROLE, ORG_UNIT.CODE).fetch().stream()
                .collect(Collectors.groupingBy(grant -> grant.value1(),
                        Collectors.mapping(grant -> new RoleGrant(grant.value2(), grant.value3()), Collectors.toList())));
        return users.map(user -> new Row(new UserId(user.get(USER_ACCOUNT.ID)), new PersonId(user.get(PERSON.ID)),
                user.get(USER_ACCOUNT.USER_NAME), user.get(PERSON.NAME), user.get(PERSON.PHONE), user.get(PERSON.EMAIL),
                user.get(USER_ACCOUNT.LANGUAGE), user.get(USER_ACCOUNT.ACTIVE), user.get(ORG_UNIT.CODE), user.get(ORG_UNIT.NAME_ZH),
                user.get(ORG_UNIT.NAME_EN), roles.getOrDefault(user.get(USER_ACCOUNT.ID), List.of()), user.get(USER_ACCOUNT.VERSION)));
    }
}
