package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.ABSENCE;
import static org.firstfix.schema.dispatch.Tables.DEDICATION;
import static org.firstfix.schema.dispatch.Tables.ENGINEER;
import static org.firstfix.schema.dispatch.Tables.ENGINEER_SKILL;
import static org.firstfix.schema.dispatch.Tables.SHIFT;
import static org.firstfix.schema.dispatch.Tables.STAND_IN;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.customer.AccountId;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.domain.Absence;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.Shift;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.scope.Scopes;
import org.firstfix.schema.dispatch.tables.records.EngineerRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqEngineers implements Engineers {
    private static final int MOST = 500;

    private final DSLContext database;

    JooqEngineers(DSLContext database) {
        this.database = database;
    }

    @Override
    public Engineer load(String code) {
        return database.selectFrom(ENGINEER).where(ENGINEER.CODE.eq(code)).forUpdate().fetchOptional(this::toEngineer)
                .orElseThrow(() -> Problem.notFound("engineer", code));
    }

    @Override
    public Optional<Engineer> find(PersonId id) {
        return database.selectFrom(ENGINEER).where(ENGINEER.ID.eq(id.value())).fetchOptional(this::toEngineer);
    }

    @Override
    public Engineer get(String code) {
        return database.selectFrom(ENGINEER).where(ENGINEER.CODE.eq(code)).fetchOptional(this::toEngineer)
                .orElseThrow(() -> Problem.notFound("engineer", code));
    }

    @Override
    public List<Engineer> inUse(DataScope scope, Optional<String> skill) {
        Condition able = skill.map(wanted -> exists(selectOne().from(ENGINEER_SKILL).where(ENGINEER_SKILL.ENGINEER_ID.eq(ENGINEER.ID),
                ENGINEER_SKILL.SKILL_CODE.eq(wanted)))).orElse(noCondition());
        return database.selectFrom(ENGINEER).where(Scopes.within(ENGINEER.ORG_PATH, scope), ENGINEER.ACTIVE.isTrue(), able)
                .orderBy(ENGINEER.CODE).limit(MOST).fetch(this::toEngineer);
    }

    @Override
    public boolean isTaken(String code) {
        return database.fetchExists(ENGINEER, ENGINEER.CODE.eq(code));
    }

    @Override
    public void add(Engineer engineer) {
        EngineerRecord row = database.newRecord(ENGINEER);
        row.setId(engineer.id().value());
        row.setCode(engineer.code());
        row.setVersion(engineer.version());
        fill(row, engineer);
        row.insert();
        saveSkills(engineer);
    }

    @Override
    public void save(Engineer engineer) {
        EngineerRecord row = database.newRecord(ENGINEER);
        fill(row, engineer);
        row.setVersion(engineer.version() + 1);
        database.update(ENGINEER).set(row).where(ENGINEER.ID.eq(engineer.id().value())).execute();
        saveSkills(engineer);
    }

    private static void fill(EngineerRecord row, Engineer engineer) {
        row.setName(engineer.name());
        row.setTerritoryCode(engineer.territory().orElse(null));
        row.setHomeLatitude(engineer.home().map(Place::latitude).orElse(null));
        row.setHomeLongitude(engineer.home().map(Place::longitude).orElse(null));
        row.setZone(engineer.zone().getId());
        row.setActive(engineer.active());
        row.setOrgPath(engineer.orgPath().value());
        row.setContractorCompany(engineer.contractor().map(Engineer.Contractor::company).orElse(null));
        row.setCallOutCents(engineer.contractor().map(Engineer.Contractor::callOutCents).orElse(null));
        row.setHourlyCents(engineer.contractor().map(Engineer.Contractor::hourlyCents).orElse(null));
    }

    private void saveSkills(Engineer engineer) {
        database.deleteFrom(ENGINEER_SKILL).where(ENGINEER_SKILL.ENGINEER_ID.eq(engineer.id().value())).execute();
        database.batch(engineer.skills().stream().map(skill -> database.insertInto(ENGINEER_SKILL)
                .set(ENGINEER_SKILL.ENGINEER_ID, engineer.id().value())
                .set(ENGINEER_SKILL.SKILL_CODE, skill.code())
                .set(ENGINEER_SKILL.LEVEL, skill.level())
                .set(ENGINEER_SKILL.EXPIRES_ON, skill.expiresOn().orElse(null))).toList()).execute();
    }

    @Override
    public List<Shift> shifts(PersonId engineer, Period within) {
        return database.selectFrom(SHIFT).where(SHIFT.ENGINEER_ID.eq(engineer.value()),
                        SHIFT.STARTS_AT.lt(within.endsAt()), SHIFT.ENDS_AT.gt(within.startsAt()))
                .orderBy(SHIFT.STARTS_AT)
                .fetch(row -> new Shift(row.getId(), new Period(row.getStartsAt(), row.getEndsAt()), Shift.Kind.valueOf(row.getKind())));
    }

    @Override
    public List<Absence> absences(PersonId engineer, Period within) {
        return database.selectFrom(ABSENCE).where(ABSENCE.ENGINEER_ID.eq(engineer.value()),
                        ABSENCE.STARTS_AT.lt(within.endsAt()), ABSENCE.ENDS_AT.gt(within.startsAt()))
                .orderBy(ABSENCE.STARTS_AT).fetch(row -> new Absence(row.getId(), new Period(row.getStartsAt(), row.getEndsAt()),
                        Absence.Reason.valueOf(row.getReason()), row.getNote()));
    }

    @Override
    public boolean addShift(Engineer engineer, Shift shift) {
        return database.insertInto(SHIFT)
                .set(SHIFT.ID, shift.id())
                .set(SHIFT.ENGINEER_ID, engineer.id().value())
                .set(SHIFT.STARTS_AT, shift.period().startsAt())
                .set(SHIFT.ENDS_AT, shift.period().endsAt())
                .set(SHIFT.KIND, shift.kind().name())
                .set(SHIFT.ORG_PATH, engineer.orgPath().value())
                .onConflictDoNothing().execute() == 1;
    }

    @Override
    public boolean removeShift(Engineer engineer, UUID shift) {
        return database.deleteFrom(SHIFT).where(SHIFT.ID.eq(shift), SHIFT.ENGINEER_ID.eq(engineer.id().value())).execute() == 1;
    }

    @Override
    public void addAbsence(Engineer engineer, Absence absence) {
        database.insertInto(ABSENCE)
                .set(ABSENCE.ID, absence.id())
                .set(ABSENCE.ENGINEER_ID, engineer.id().value())
                .set(ABSENCE.STARTS_AT, absence.period().startsAt())
                .set(ABSENCE.ENDS_AT, absence.period().endsAt())
                .set(ABSENCE.REASON, absence.reason().name())
                .set(ABSENCE.NOTE, absence.note())
                .set(ABSENCE.ORG_PATH, engineer.orgPath().value())
                .execute();
    }

    @Override
    public boolean removeAbsence(Engineer engineer, UUID absence) {
        return database.deleteFrom(ABSENCE)
                .where(ABSENCE.ID.eq(absence), ABSENCE.ENGINEER_ID.eq(engineer.id().value())).execute() == 1;
    }

    @Override
    public Optional<DispatchApi.Dedication> dedicationOf(AccountId account) {
        return database.selectFrom(DEDICATION).where(DEDICATION.ACCOUNT_ID.eq(account.value()))
                .fetchOptional(row -> new DispatchApi.Dedication(account, new PersonId(row.getEngineerId()),
                        database.selectFrom(STAND_IN).where(STAND_IN.ACCOUNT_ID.eq(account.value())).orderBy(STAND_IN.POSITION)
                                .fetch(next -> new PersonId(next.getEngineerId()))));
    }

    @Override
    public void dedicate(DispatchApi.Dedication dedication, Engineer engineer) {
        database.insertInto(DEDICATION)
                .set(DEDICATION.ACCOUNT_ID, dedication.accountId().value())
                .set(DEDICATION.ENGINEER_ID, dedication.engineerId().value())
                .set(DEDICATION.ORG_PATH, engineer.orgPath().value())
                .onConflict(DEDICATION.ACCOUNT_ID).doUpdate()
                .set(DEDICATION.ENGINEER_ID, dedication.engineerId().value())
                .set(DEDICATION.ORG_PATH, engineer.orgPath().value())
                .execute();
        database.deleteFrom(STAND_IN).where(STAND_IN.ACCOUNT_ID.eq(dedication.accountId().value())).execute();
        for (int i = 0; i < dedication.standIns().size(); i++) {
            database.insertInto(STAND_IN).set(STAND_IN.ACCOUNT_ID, dedication.accountId().value()).set(STAND_IN.POSITION, i + 1)
                    .set(STAND_IN.ENGINEER_ID, dedication.standIns().get(i).value()).execute();
        }
    }

    @Override
    public void endDedication(AccountId account) {
        database.deleteFrom(DEDICATION).where(DEDICATION.ACCOUNT_ID.eq(account.value())).execute();
    }

    private Engineer toEngineer(EngineerRecord row) {
        Optional<Place> home = row.getHomeLatitude() == null || row.getHomeLongitude() == null ? Optional.empty()
                : Optional.of(new Place(row.getHomeLatitude(), row.getHomeLongitude()));
        List<Engineer.Skill> skills = database.selectFrom(ENGINEER_SKILL).where(ENGINEER_SKILL.ENGINEER_ID.eq(row.getId()))
                .orderBy(ENGINEER_SKILL.SKILL_CODE).fetch(skill -> new Engineer.Skill(skill.getSkillCode(), skill.getLevel(),
                        Optional.ofNullable(skill.getExpiresOn())));
        return new Engineer(new PersonId(row.getId()), row.getCode(), row.getName(), Optional.ofNullable(row.getTerritoryCode()),
                home, ZoneId.of(row.getZone()), row.getActive(), new OrgPath(row.getOrgPath()), row.getVersion(), skills,
                Optional.ofNullable(row.getContractorCompany()).map(company -> new Engineer.Contractor(company, row.getCallOutCents(), row.getHourlyCents())));
    }
}
