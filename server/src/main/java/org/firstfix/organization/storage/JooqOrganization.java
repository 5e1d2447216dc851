package org.firstfix.organization.storage;

import static org.firstfix.schema.organization.Tables.CUSTOM_ROLE;
import static org.firstfix.schema.organization.Tables.ORG_UNIT;
import static org.firstfix.schema.organization.Tables.PERSON;
import static org.firstfix.schema.organization.Tables.ROLE_ASSIGNMENT;
import static org.firstfix.schema.organization.Tables.USER_ACCOUNT;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.organization.BuiltInRole;
import org.firstfix.organization.OrgUnitId;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.scope.Units;
import org.firstfix.platform.text.Language;
import org.firstfix.schema.organization.tables.records.OrgUnitRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.springframework.stereotype.Component;

/** Answers what other modules ask about the house. */
@Component
class JooqOrganization implements OrganizationApi, Units {
    private final DSLContext database;

    JooqOrganization(DSLContext database) {
        this.database = database;
    }

    @Override
    public OrgUnitSummary unit(OrgUnitId id) {
        return database.selectFrom(ORG_UNIT).where(ORG_UNIT.ID.eq(id.value())).fetchOptional()
                .map(JooqOrganization::toUnit).orElseThrow(() -> Problem.notFound("organization unit", id.value()));
    }

    @Override
    public Optional<OrgUnitSummary> findUnitByCode(String code) {
        return database.selectFrom(ORG_UNIT).where(ORG_UNIT.CODE.eq(code)).fetchOptional().map(JooqOrganization::toUnit);
    }

    @Override
    public Optional<OrgUnitSummary> findUnitAt(OrgPath path) {
        return database.selectFrom(ORG_UNIT).where(condition("{0} = {1}::ltree", ORG_UNIT.PATH, val(path.value())))
                .fetchOptional().map(JooqOrganization::toUnit);
    }

    @Override
    public List<OrgUnitSummary> unitsBelow(OrgPath path) {
        return database.selectFrom(ORG_UNIT).where(condition("{0} <@ {1}::ltree", ORG_UNIT.PATH, val(path.value())))
                .orderBy(ORG_UNIT.PATH).fetch(JooqOrganization::toUnit);
    }

    @Override
    public List<OrgPath> all() {
        return database.select(ORG_UNIT.PATH).from(ORG_UNIT).orderBy(ORG_UNIT.PATH).fetch(row -> new OrgPath(row.value1()));
    }

    @Override
    public PersonSummary person(PersonId id) {
        return Optional.ofNullable(people(List.of(id)).get(id)).orElseThrow(() -> Problem.notFound("person", id.value()));
    }

    @Override
    public Map<PersonId, PersonSummary> people(Collection<PersonId> ids) {
        return select(PERSON.ID.in(ids.stream().map(Id::value).toList())).stream()
                .collect(Collectors.toMap(PersonSummary::id, Function.identity()));
    }

    @Override
    public Optional<PersonSummary> findByUser(UserId user) {
        return select(USER_ACCOUNT.ID.eq(user.value())).stream().findFirst();
    }

    @Override
    public List<PersonSummary> holdersOf(String permission, OrgPath place) {
        Set<String> roles = new HashSet<>(Arrays.stream(BuiltInRole.values())
                .filter(role -> role.permissions().contains(permission)).map(Enum::name).toList());
        roles.addAll(database.select(CUSTOM_ROLE.CODE).from(CUSTOM_ROLE)
                .where(arrayOverlap(CUSTOM_ROLE.PERMISSIONS, new String[] {permission})).fetch(CUSTOM_ROLE.CODE));
        return select(USER_ACCOUNT.ACTIVE.isTrue().and(PERSON.ACTIVE.isTrue()).and(USER_ACCOUNT.ID.in(
                database.select(ROLE_ASSIGNMENT.USER_ID).from(ROLE_ASSIGNMENT)
                        .join(ORG_UNIT).on(ORG_UNIT.ID.eq(ROLE_ASSIGNMENT.ORG_UNIT_ID))
                        .where(ROLE_ASSIGNMENT.ROLE.in(roles))
                        .and(condition("{0}::ltree <@ {1}", val(place.value()), ORG_UNIT.PATH)))));
    }

    @Override
    public List<PersonSummary> holdersOfRole(String role, OrgPath unit) {
        return select(USER_ACCOUNT.ACTIVE.isTrue().and(PERSON.ACTIVE.isTrue()).and(USER_ACCOUNT.ID.in(
                database.select(ROLE_ASSIGNMENT.USER_ID).from(ROLE_ASSIGNMENT)
                        .join(ORG_UNIT).on(ORG_UNIT.ID.eq(ROLE_ASSIGNMENT.ORG_UNIT_ID))
                        .where(ROLE_ASSIGNMENT.ROLE.eq(role))
                        .and(condition("{0}::ltree = {1}", val(unit.value()), ORG_UNIT.PATH)))));
    }

    @Override
    public boolean knowsRole(String role) {
        return BuiltInRole.find(role).isPresent() || database.fetchExists(CUSTOM_ROLE, CUSTOM_ROLE.CODE.eq(role));
    }

    @Override
    public List<PersonSummary> findPeople(DataScope scope, String text, int limit) {
        return people(PERSON.ACTIVE.isTrue()
                .and(scope.everything() ? noCondition() : condition("{0} <@ {1}::ltree[]", PERSON.ORG_PATH, val(scope.asArrayLiteral())))
                .and(text.isBlank() ? noCondition() : PERSON.NAME.containsIgnoreCase(text.strip()))).limit(limit)
                .fetch(JooqOrganization::toPerson);
    }

    private List<PersonSummary> select(Condition condition) {
        return people(condition).fetch(JooqOrganization::toPerson);
    }

    private SelectLimitStep<? extends Record> people(Condition condition) {
        return database.select(PERSON.ID, PERSON.NAME, PERSON.PHONE, PERSON.EMAIL, PERSON.ACTIVE, PERSON.ORG_UNIT_ID,
                        PERSON.ORG_PATH, USER_ACCOUNT.ID, USER_ACCOUNT.LANGUAGE)
                .from(PERSON).leftJoin(USER_ACCOUNT).on(USER_ACCOUNT.PERSON_ID.eq(PERSON.ID))
                .where(condition).orderBy(PERSON.NAME, PERSON.ID);
    }

    private static PersonSummary toPerson(Record row) {
        UUID user = row.get(USER_ACCOUNT.ID);
        String language = row.get(USER_ACCOUNT.LANGUAGE);
        return new PersonSummary(new PersonId(row.get(PERSON.ID)), Optional.ofNullable(user).map(UserId::new),
                row.get(PERSON.NAME), row.get(PERSON.PHONE), row.get(PERSON.EMAIL),
                language == null ? Language.CHINESE : Language.of(language), new OrgUnitId(row.get(PERSON.ORG_UNIT_ID)),
                new OrgPath(row.get(PERSON.ORG_PATH)), row.get(PERSON.ACTIVE));
    }

    static OrgUnitSummary toUnit(OrgUnitRecord row) {
        return new OrgUnitSummary(new OrgUnitId(row.getId()), row.getCode(), row.getKind(), row.getNameZh(), row.getNameEn(),
                new OrgPath(row.getPath()), ZoneId.of(row.getZone()));
    }
}
