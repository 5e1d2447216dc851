package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.ABSENCE;
import static org.firstfix.schema.dispatch.Tables.DEDICATION;
import static org.firstfix.schema.dispatch.Tables.ENGINEER;
import static org.firstfix.schema.dispatch.Tables.ENGINEER_SKILL;
import static org.firstfix.schema.dispatch.Tables.SHIFT;
import static org.firstfix.schema.dispatch.Tables.STAND_IN;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.domain.Absence;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.Shift;
import org.firstfix.organization.OrgUnitId;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.dispatch.tables.records.EngineerRecord;
import org.jooq.DSLContext;

/** Engineers as a list, and one with skills, shifts and absences. */
@Query
public class EngineerScreen {
    private static final String BY_CODE = "engineers";
    private static final Duration AHEAD = Duration.ofDays(60);
    private static final Duration BEHIND = Duration.ofDays(7);
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_CANDIDATES = 30;

    private final DSLContext database;
    private final Engineers engineers;
    private final OrganizationApi organization;
    private final CustomerApi customers;
    private final Clock clock;

    EngineerScreen(DSLContext database, Engineers engineers, OrganizationApi organization, CustomerApi customers, Clock clock) {
        this.database = database;
        this.engineers = engineers;
        this.organization = organization;
        this.customers = customers;
        this.clock = clock;
    }

    public record Row(String code, PersonId personId, String name, Optional<String> territory, boolean active, String orgPath,
            List<Engineer.Skill> skills, Optional<Absence.Reason> absentNow, boolean onShiftNow, Optional<String> contractor) {}

    /** @param actions MAINTAIN, if the caller may */
    public record View(String code, int version, PersonId personId, String name, String phone, String email,
            Optional<String> territory, Optional<Place> home, String zone, boolean active, String orgPath,
            List<Engineer.Skill> skills, List<ShiftRow> shifts, List<AbsenceRow> absences, List<Dedicated> customers,
            Optional<Engineer.Contractor> contractor, List<String> actions) {}

    public record ShiftRow(UUID id, Instant startsAt, Instant endsAt, Shift.Kind kind) {
        static ShiftRow of(Shift shift) {
            return new ShiftRow(shift.id(), shift.period().startsAt(), shift.period().endsAt(), shift.kind());
        }
    }

    public record AbsenceRow(UUID id, Instant startsAt, Instant endsAt, Absence.Reason reason, String note) {
        static AbsenceRow of(Absence absence) {
            return new AbsenceRow(absence.id(), absence.period().startsAt(), absence.period().endsAt(), absence.reason(),
                    absence.note());
        }
    }

    /** A customer of this engineer; {@code standIn} if somebody else owns it and this one stands in. */
    public record Dedicated(String customerNumber, String customerName, boolean standIn) {}

    public Page<Row> list(DataScope scope, Optional<OrgPath> branch, Optional<String> skill, Optional<Boolean> active,
            PageRequest page) {
        Optional<Cursor> after = page.after(BY_CODE, 1);
        List<EngineerRecord> rows = database.selectFrom(ENGINEER).where(Scopes.within(scope, ENGINEER.ORG_PATH))
                .and(branch.map(place -> Scopes.below(place, ENGINEER.ORG_PATH)).orElse(noCondition()))
                .and(skill.map(code -> exists(selectOne().from(ENGINEER_SKILL).where(ENGINEER_SKILL.ENGINEER_ID.eq(ENGINEER.ID),
                        ENGINEER_SKILL.SKILL_CODE.eq(code)))).orElse(noCondition()))
                .and(active.map(ENGINEER.ACTIVE::eq).orElse(noCondition()))
                .and(after.map(cursor -> ENGINEER.CODE.gt(cursor.text(0))).orElse(noCondition()))
                .orderBy(ENGINEER.CODE).limit(page.limit() + 1).fetch();
        Page<EngineerRecord> found = Page.of(rows, page.limit(), last -> Cursor.after(BY_CODE, last.getCode()));
        List<UUID> ids = found.items().stream().map(EngineerRecord::getId).toList();
        Map<UUID, List<Engineer.Skill>> skills = skills(ids);
        Instant now = clock.instant();
        Map<UUID, String> absent = database.select(ABSENCE.ENGINEER_ID, ABSENCE.REASON).from(ABSENCE)
                .where(ABSENCE.ENGINEER_ID.in(ids), ABSENCE.STARTS_AT.le(now), ABSENCE.ENDS_AT.gt(now))
                .fetchGroups(ABSENCE.ENGINEER_ID, ABSENCE.REASON).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
        List<UUID> working = database.selectDistinct(SHIFT.ENGINEER_ID).from(SHIFT)
                .where(SHIFT.ENGINEER_ID.in(ids), SHIFT.STARTS_AT.le(now), SHIFT.ENDS_AT.gt(now)).fetch(SHIFT.ENGINEER_ID);
        return found.map(row -> new Row(row.getCode(), new PersonId(row.getId()), row.getName(),
                Optional.ofNullable(row.getTerritoryCode()), row.getActive(), row.getOrgPath(),
                skills.getOrDefault(row.getId(), List.of()),
                Optional.ofNullable(absent.get(row.getId())).map(Absence.Reason::valueOf), working.contains(row.getId()),
                Optional.ofNullable(row.getContractorCompany())));
    }

    private Map<UUID, List<Engineer.Skill>> skills(List<UUID> engineerIds) {
        return database.selectFrom(ENGINEER_SKILL).where(ENGINEER_SKILL.ENGINEER_ID.in(engineerIds))
                .orderBy(ENGINEER_SKILL.SKILL_CODE).fetchGroups(ENGINEER_SKILL.ENGINEER_ID,
                        row -> new Engineer.Skill(row.get(ENGINEER_SKILL.SKILL_CODE), row.get(ENGINEER_SKILL.LEVEL),
                                Optional.ofNullable(row.get(ENGINEER_SKILL.EXPIRES_ON))));
    }

    public View show(String code) {
        Engineer engineer = engineers.get(code);
        PersonSummary person = organization.person(engineer.id());
        Instant now = clock.instant();
        Period window = new Period(now.minus(BEHIND), now.plus(AHEAD));
        return new View(engineer.code(), engineer.version(), engineer.id(), engineer.name(), person.phone(), person.email(),
                engineer.territory(), engineer.home(), engineer.zone().getId(), engineer.active(), engineer.orgPath().value(),
                engineer.skills(), engineers.shifts(engineer.id(), window).stream().map(ShiftRow::of).toList(),
                engineers.absences(engineer.id(), window).stream().map(AbsenceRow::of).toList(), dedicated(engineer),
                engineer.contractor(), actions());
    }

    private List<Dedicated> dedicated(Engineer engineer) {
        var rows = database.selectFrom(DEDICATION).where(DEDICATION.ENGINEER_ID.eq(engineer.id().value())
                .or(exists(selectOne().from(STAND_IN).where(STAND_IN.ACCOUNT_ID.eq(DEDICATION.ACCOUNT_ID),
                        STAND_IN.ENGINEER_ID.eq(engineer.id().value()))))).limit(500).fetch();
        Map<AccountId, AccountSummary> accounts =
                customers.accounts(rows.stream().map(row -> new AccountId(row.getAccountId())).toList());
        List<Dedicated> found = new ArrayList<>();
        rows.forEach(row -> Optional.ofNullable(accounts.get(new AccountId(row.getAccountId()))).ifPresent(account -> found.add(
                new Dedicated(account.number(), account.name(), !row.getEngineerId().equals(engineer.id().value())))));
        return found;
    }

    /** Somebody who can be made an engineer. */
    public record Candidate(PersonId personId, String name, String orgUnitNameZh, String orgUnitNameEn) {}

    /** People of the caller's part of the house who are no engineers yet, by name. @param text a part of the name */
    public List<Candidate> candidates(DataScope scope, String text) {
        List<PersonSummary> people = organization.findPeople(scope, text, MOST_PEOPLE);
        List<UUID> known = database.select(ENGINEER.ID).from(ENGINEER)
                .where(ENGINEER.ID.in(people.stream().map(person -> person.id().value()).toList())).fetch(ENGINEER.ID);
        Map<OrgUnitId, OrgUnitSummary> units = people.stream().map(PersonSummary::orgUnitId).distinct()
                .collect(Collectors.toMap(Function.identity(), organization::unit));
        return people.stream().filter(person -> !known.contains(person.id().value())).limit(MOST_CANDIDATES)
                .map(person -> new Candidate(person.id(), person.name(), units.get(person.orgUnitId()).nameZh(),
                        units.get(person.orgUnitId()).nameEn())).toList();
    }

    /** Who owns a customer and who stands in, in the order in which they are asked. @param actions MAINTAIN, if the caller may */
    public record DedicationView(String customerNumber, Optional<Colleague> engineer, List<Colleague> standIns, List<String> actions) {}

    public record Colleague(String code, String name) {}

    /** @throws Problem 404 if there is no such customer */
    public DedicationView dedication(String customerNumber) {
        AccountSummary account = customers.findAccountByNumber(customerNumber).orElseThrow(() -> Problem.notFound("customer", customerNumber));
        Optional<DispatchApi.Dedication> dedication = engineers.dedicationOf(account.id());
        return new DedicationView(account.number(), dedication.map(DispatchApi.Dedication::engineerId).flatMap(this::colleague),
                dedication.map(DispatchApi.Dedication::standIns).orElse(List.of()).stream().flatMap(id -> colleague(id).stream()).toList(), actions());
    }

    private Optional<Colleague> colleague(PersonId id) {
        return engineers.find(id).map(engineer -> new Colleague(engineer.code(), engineer.name()));
    }

    private static List<String> actions() {
        return Actors.current().may("engineer.maintain") ? List.of("MAINTAIN") : List.of();
    }

    /** The engineer who is the caller; nobody if the caller is none. */
    public Optional<String> ownCode() {
        return Actors.current().personId().flatMap(engineers::find).map(Engineer::code);
    }

    /** Today where the engineer works. */
    public LocalDate today(String code) {
        return clock.instant().atZone(engineers.get(code).zone()).toLocalDate();
    }
}
