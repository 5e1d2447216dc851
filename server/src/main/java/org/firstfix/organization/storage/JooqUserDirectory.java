package org.firstfix.organization.storage;

import static org.firstfix.schema.organization.Tables.CUSTOM_ROLE;
import static org.firstfix.schema.organization.Tables.ORG_UNIT;
import static org.firstfix.schema.organization.Tables.PERSON;
import static org.firstfix.schema.organization.Tables.ROLE_ASSIGNMENT;
import static org.firstfix.schema.organization.Tables.USER_ACCOUNT;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firstfix.organization.BuiltInRole;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserDirectory;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.work.Work;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/** Tells the platform who a signed-in user is today. */
@Component
class JooqUserDirectory implements UserDirectory {
    private final DSLContext database;
    private final Work work;

    JooqUserDirectory(DSLContext database, Work work) {
        this.database = database;
        this.work = work;
    }

    @Override
    public Optional<Actor> actorOf(UserId user) {
        return work.asTheHouse("sign-in", () -> {
            Result<? extends Record> rows = database.select(PERSON.ID, PERSON.NAME, PERSON.ORG_PATH, USER_ACCOUNT.LANGUAGE,
                            ROLE_ASSIGNMENT.ROLE, ORG_UNIT.PATH, CUSTOM_ROLE.PERMISSIONS, USER_ACCOUNT.MUST_CHANGE_PASSWORD)
                    .from(USER_ACCOUNT)
                    .join(PERSON).on(PERSON.ID.eq(USER_ACCOUNT.PERSON_ID))
                    .leftJoin(ROLE_ASSIGNMENT).on(ROLE_ASSIGNMENT.USER_ID.eq(USER_ACCOUNT.ID))
                    .leftJoin(ORG_UNIT).on(ORG_UNIT.ID.eq(ROLE_ASSIGNMENT.ORG_UNIT_ID))
                    .leftJoin(CUSTOM_ROLE).on(CUSTOM_ROLE.CODE.eq(ROLE_ASSIGNMENT.ROLE))
                    .where(USER_ACCOUNT.ID.eq(user.value()), USER_ACCOUNT.ACTIVE.isTrue(), PERSON.ACTIVE.isTrue())
                    .fetch();
            return rows.isEmpty() ? Optional.empty() : Optional.of(toActor(user, rows));
        });
    }

    private static Actor toActor(UserId user, Result<? extends Record> rows) {
        Set<String> permissions = new HashSet<>();
        List<OrgPath> paths = new ArrayList<>();
        for (Record row : rows) {
            String role = row.get(ROLE_ASSIGNMENT.ROLE);
            if (role != null) {
                BuiltInRole.find(role).ifPresent(builtIn -> permissions.addAll(builtIn.permissions()));
                String[] own = row.get(CUSTOM_ROLE.PERMISSIONS);
                permissions.addAll(own == null ? List.of() : List.of(own));
                paths.add(new OrgPath(row.get(ORG_UNIT.PATH)));
            }
        }
        Record first = rows.getFirst();
        return new Actor(Optional.of(user), Optional.of(new PersonId(first.get(PERSON.ID))), first.get(PERSON.NAME),
                Language.of(first.get(USER_ACCOUNT.LANGUAGE)), Set.copyOf(permissions), DataScope.below(paths),
                Optional.of(new OrgPath(first.get(PERSON.ORG_PATH))), false, first.get(USER_ACCOUNT.MUST_CHANGE_PASSWORD));
    }

    @Override
    public Optional<Credentials> credentialsOf(String userName) {
        return database.select(USER_ACCOUNT.ID, USER_ACCOUNT.PASSWORD_HASH, USER_ACCOUNT.ACTIVE).from(USER_ACCOUNT)
                .where(USER_ACCOUNT.USER_NAME.eq(userName))
                .fetchOptional(row -> new Credentials(new UserId(row.value1()), row.value2(), row.value3()));
    }

    @Override
    public Optional<Profile> profileOf(UserId user) {
        return work.asTheHouse("sign-in", () -> {
            List<String> roles = database.selectDistinct(ROLE_ASSIGNMENT.ROLE).from(ROLE_ASSIGNMENT)
                    .where(ROLE_ASSIGNMENT.USER_ID.eq(user.value())).orderBy(ROLE_ASSIGNMENT.ROLE).fetch(ROLE_ASSIGNMENT.ROLE);
            return database.select(USER_ACCOUNT.USER_NAME, PERSON.NAME, USER_ACCOUNT.LANGUAGE, USER_ACCOUNT.MUST_CHANGE_PASSWORD,
                            ORG_UNIT.NAME_ZH, ORG_UNIT.NAME_EN, ORG_UNIT.PATH)
                    .from(USER_ACCOUNT).join(PERSON).on(PERSON.ID.eq(USER_ACCOUNT.PERSON_ID))
                    .join(ORG_UNIT).on(ORG_UNIT.ID.eq(PERSON.ORG_UNIT_ID))
                    .where(USER_ACCOUNT.ID.eq(user.value()))
                    .fetchOptional(row -> new Profile(row.value1(), row.value2(), row.value3(), roles, row.value4(),
                            new HomeUnit(row.value5(), row.value6(), new OrgPath(row.value7()))));
        });
    }
}
