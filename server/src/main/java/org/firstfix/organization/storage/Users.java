package org.firstfix.organization.storage;

import static org.firstfix.schema.organization.Tables.CUSTOM_ROLE;
import static org.firstfix.schema.organization.Tables.PERSON;
import static org.firstfix.schema.organization.Tables.ROLE_ASSIGNMENT;
import static org.firstfix.schema.organization.Tables.USER_ACCOUNT;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.domain.RoleGrant;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** People, their accounts and roles as they are kept. */
@Component
public class Users {
    private final DSLContext database;
    private final Clock clock;

    Users(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public boolean isTaken(String userName) {
        return database.fetchExists(USER_ACCOUNT, USER_ACCOUNT.USER_NAME.eq(userName));
    }

    public boolean none() {
        return !database.fetchExists(USER_ACCOUNT);
    }

    public PersonId addPerson(String name, String phone, String email, OrgUnitSummary unit) {
        return new PersonId(database.insertInto(PERSON)
                .set(PERSON.ORG_UNIT_ID, unit.id().value()).set(PERSON.ORG_PATH, unit.path().value())
                .set(PERSON.NAME, name).set(PERSON.PHONE, phone).set(PERSON.EMAIL, email)
                .returning(PERSON.ID).fetchSingle().getId());
    }

    public UserId addAccount(PersonId person, String userName, String passwordHash, String language, boolean mustChangePassword) {
        return new UserId(database.insertInto(USER_ACCOUNT)
                .set(USER_ACCOUNT.PERSON_ID, person.value()).set(USER_ACCOUNT.USER_NAME, userName)
                .set(USER_ACCOUNT.PASSWORD_HASH, passwordHash).set(USER_ACCOUNT.LANGUAGE, language)
                .set(USER_ACCOUNT.MUST_CHANGE_PASSWORD, mustChangePassword).set(USER_ACCOUNT.CREATED_AT, clock.instant())
                .returning(USER_ACCOUNT.ID).fetchSingle().getId());
    }

    public void grant(UserId user, Collection<RoleGrant.Resolved> grants) {
        database.deleteFrom(ROLE_ASSIGNMENT).where(ROLE_ASSIGNMENT.USER_ID.eq(user.value())).execute();
        for (RoleGrant.Resolved grant : grants) {
            database.insertInto(ROLE_ASSIGNMENT).values(user.value(), grant.role(), grant.unit().id().value())
                    .onDuplicateKeyIgnore().execute();
        }
    }

    /** The account as it is, locked until the end of the transaction. */
    public record Account(UserId id, PersonId personId, String userName, String passwordHash, String name, String phone, String email,
            String language, boolean active, String orgPath, int version) {}

    public Optional<Account> lock(UserId user) {
        return database.select().from(USER_ACCOUNT).join(PERSON).on(PERSON.ID.eq(USER_ACCOUNT.PERSON_ID))
                .where(USER_ACCOUNT.ID.eq(user.value())).forUpdate().of(USER_ACCOUNT)
                .fetchOptional(row -> new Account(user, new PersonId(row.get(PERSON.ID)), row.get(USER_ACCOUNT.USER_NAME),
                        row.get(USER_ACCOUNT.PASSWORD_HASH), row.get(PERSON.NAME), row.get(PERSON.PHONE), row.get(PERSON.EMAIL),
                        row.get(USER_ACCOUNT.LANGUAGE), row.get(USER_ACCOUNT.ACTIVE), row.get(PERSON.ORG_PATH),
                        row.get(USER_ACCOUNT.VERSION)));
    }

    public void change(Account account) {
        database.update(USER_ACCOUNT).set(USER_ACCOUNT.LANGUAGE, account.language()).set(USER_ACCOUNT.ACTIVE, account.active())
                .set(USER_ACCOUNT.VERSION, account.version()).where(USER_ACCOUNT.ID.eq(account.id().value())).execute();
        database.update(PERSON).set(PERSON.NAME, account.name()).set(PERSON.PHONE, account.phone()).set(PERSON.EMAIL, account.email())
                .set(PERSON.VERSION, PERSON.VERSION.plus(1)).where(PERSON.ID.eq(account.personId().value())).execute();
    }

    public void setPassword(UserId user, String passwordHash, boolean mustChange) {
        database.update(USER_ACCOUNT).set(USER_ACCOUNT.PASSWORD_HASH, passwordHash).set(USER_ACCOUNT.MUST_CHANGE_PASSWORD, mustChange)
                .set(USER_ACCOUNT.VERSION, USER_ACCOUNT.VERSION.plus(1)).where(USER_ACCOUNT.ID.eq(user.value())).execute();
    }

    public void setLanguage(UserId user, String language) {
        database.update(USER_ACCOUNT).set(USER_ACCOUNT.LANGUAGE, language).where(USER_ACCOUNT.ID.eq(user.value())).execute();
    }

    public boolean knowsCustomRole(String code) {
        return database.fetchExists(CUSTOM_ROLE, CUSTOM_ROLE.CODE.eq(code));
    }

    public void putCustomRole(String code, String nameZh, String nameEn, Collection<String> permissions) {
        String[] list = permissions.toArray(String[]::new);
        database.insertInto(CUSTOM_ROLE).set(CUSTOM_ROLE.CODE, code).set(CUSTOM_ROLE.NAME_ZH, nameZh)
                .set(CUSTOM_ROLE.NAME_EN, nameEn).set(CUSTOM_ROLE.PERMISSIONS, list)
                .onConflict(CUSTOM_ROLE.CODE).doUpdate().set(CUSTOM_ROLE.NAME_ZH, nameZh).set(CUSTOM_ROLE.NAME_EN, nameEn)
                .set(CUSTOM_ROLE.PERMISSIONS, list).set(CUSTOM_ROLE.VERSION, CUSTOM_ROLE.VERSION.plus(1)).execute();
    }
}
