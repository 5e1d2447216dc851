package org.firstfix.sla.storage;

import static org.firstfix.schema.sla.Tables.CALENDAR;
import static org.firstfix.schema.sla.Tables.CALENDAR_VERSION;
import static org.firstfix.schema.sla.Tables.OFFICIAL_DAY;
import static org.firstfix.schema.sla.Tables.OFFICIAL_NOTICE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.contract.KnownCalendars;
import org.firstfix.platform.problem.Problem;
import org.firstfix.schema.sla.tables.records.CalendarVersionRecord;
import org.firstfix.sla.domain.CalendarDefinition;
import org.firstfix.sla.domain.CalendarKey;
import org.firstfix.sla.domain.OfficialNotice;
import org.firstfix.worktime.OfficialDays;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calendars with their versions, and official notices. Versions and notices are only ever added. */
@Component
public class JooqCalendars implements KnownCalendars {
    private final DSLContext database;
    private final JsonMapper json;

    JooqCalendars(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A version of a calendar; {@code from} is the first local day it applies to. */
    public record Version(int number, LocalDate from, CalendarDefinition definition, Instant madeAt, String madeBy, String reason) {}

    public record Calendar(String code, String nameZh, String nameEn, int version) {}

    @Override
    public boolean exists(String calendarCode) {
        return database.fetchExists(CALENDAR, CALENDAR.CODE.eq(calendarCode));
    }

    /**
     * The newest hours of a calendar.
     *
     * @throws Problem 409 if there is no such calendar
     */
    public CalendarKey newest(String code, ZoneId zone) {
        return database.select(CALENDAR.VERSION, newestRevision()).from(CALENDAR).where(CALENDAR.CODE.eq(code)).fetchOptional()
                .map(row -> new CalendarKey(code, row.value1(), row.value2(), zone))
                .orElseThrow(() -> Problem.conflict("sla.calendar-unknown", Map.of("calendar", code)));
    }

    private static Field<Integer> newestRevision() {
        return field(select(coalesce(max(OFFICIAL_NOTICE.REVISION), inline(0))).from(OFFICIAL_NOTICE));
    }

    public int newestOfficialRevision() {
        return database.select(newestRevision()).fetchSingle().value1();
    }

    public List<Calendar> all() {
        return database.selectFrom(CALENDAR).orderBy(CALENDAR.CODE)
                .fetch(row -> new Calendar(row.getCode(), row.getNameZh(), row.getNameEn(), row.getVersion()));
    }

    public Optional<Calendar> find(String code) {
        return database.selectFrom(CALENDAR).where(CALENDAR.CODE.eq(code)).fetchOptional(
                row -> new Calendar(row.getCode(), row.getNameZh(), row.getNameEn(), row.getVersion()));
    }

    public Optional<Calendar> lock(String code) {
        return database.selectFrom(CALENDAR).where(CALENDAR.CODE.eq(code)).forUpdate().fetchOptional(
                row -> new Calendar(row.getCode(), row.getNameZh(), row.getNameEn(), row.getVersion()));
    }

    /** The versions up to a number, oldest first. */
    public List<Version> versions(String code, int upTo) {
        return database.selectFrom(CALENDAR_VERSION)
                .where(CALENDAR_VERSION.CALENDAR_CODE.eq(code), CALENDAR_VERSION.VERSION.le(upTo))
                .orderBy(CALENDAR_VERSION.VERSION).fetch(this::toVersion);
    }

    /** @return false if the code exists already */
    public boolean add(Calendar calendar, Version first) {
        int added = database.insertInto(CALENDAR).set(CALENDAR.CODE, calendar.code()).set(CALENDAR.NAME_ZH, calendar.nameZh())
                .set(CALENDAR.NAME_EN, calendar.nameEn()).set(CALENDAR.VERSION, first.number()).onConflictDoNothing().execute();
        if (added == 1) {
            addVersion(calendar.code(), first);
        }
        return added == 1;
    }

    /** Adds the newest version. */
    public void follow(Calendar calendar, Version next) {
        database.update(CALENDAR).set(CALENDAR.NAME_ZH, calendar.nameZh()).set(CALENDAR.NAME_EN, calendar.nameEn())
                .set(CALENDAR.VERSION, next.number()).where(CALENDAR.CODE.eq(calendar.code())).execute();
        addVersion(calendar.code(), next);
    }

    private void addVersion(String code, Version version) {
        database.insertInto(CALENDAR_VERSION)
                .set(CALENDAR_VERSION.CALENDAR_CODE, code)
                .set(CALENDAR_VERSION.VERSION, version.number())
                .set(CALENDAR_VERSION.EFFECTIVE_FROM, version.from())
                .set(CALENDAR_VERSION.ZONE, version.definition().zone())
                .set(CALENDAR_VERSION.OFFICIAL, version.definition().official())
                .set(CALENDAR_VERSION.DEFINITION, JSONB.valueOf(json.writeValueAsString(version.definition())))
                .set(CALENDAR_VERSION.MADE_AT, version.madeAt())
                .set(CALENDAR_VERSION.MADE_BY, version.madeBy())
                .set(CALENDAR_VERSION.REASON, version.reason()).execute();
    }

    private Version toVersion(CalendarVersionRecord row) {
        return new Version(row.getVersion(), row.getEffectiveFrom(),
                json.readValue(row.getDefinition().data(), CalendarDefinition.class), row.getMadeAt(), row.getMadeBy(), row.getReason());
    }

    /** The official days as they were known with a revision: of each year the newest notice, of two that name a date the later. */
    public OfficialDays officialDays(int revision) {
        Map<LocalDate, String> holidays = new HashMap<>();
        Map<LocalDate, String> makeUpDays = new HashMap<>();
        Set<Integer> years = new HashSet<>();
        for (OfficialNotice notice : notices(revision)) {
            years.add(notice.year());
            for (OfficialNotice.Day day : notice.days()) {
                (day.dayOff() ? holidays : makeUpDays).put(day.date(), day.nameZh());
                (day.dayOff() ? makeUpDays : holidays).remove(day.date());
            }
        }
        return new OfficialDays("China", holidays, makeUpDays, years);
    }

    /** The newest notice of each year up to a revision, in the order they came in. */
    public List<OfficialNotice> notices(int revision) {
        Map<Integer, List<OfficialNotice.Day>> days = new HashMap<>();
        List<OfficialNotice> notices = new ArrayList<>();
        List<Integer> newest = database.select(max(OFFICIAL_NOTICE.REVISION)).from(OFFICIAL_NOTICE)
                .where(OFFICIAL_NOTICE.REVISION.le(revision)).groupBy(OFFICIAL_NOTICE.YEAR).fetch(max(OFFICIAL_NOTICE.REVISION));
        database.selectFrom(OFFICIAL_DAY).where(OFFICIAL_DAY.REVISION.in(newest)).orderBy(OFFICIAL_DAY.DAY)
                .forEach(row -> days.computeIfAbsent(row.getRevision(), key -> new ArrayList<>())
                        .add(new OfficialNotice.Day(row.getDay(), row.getDayOff(), row.getNameZh(), row.getNameEn())));
        database.selectFrom(OFFICIAL_NOTICE).where(OFFICIAL_NOTICE.REVISION.in(newest)).orderBy(OFFICIAL_NOTICE.REVISION)
                .forEach(row -> notices.add(new OfficialNotice(row.getRevision(), row.getYear(), row.getSource(), row.getImportedAt(),
                        row.getImportedBy(), days.getOrDefault(row.getRevision(), List.of()))));
        return notices;
    }

    /** Only one notice at a time, so that revisions become visible in their order. */
    public int lockNotices() {
        database.execute("select pg_advisory_xact_lock(hashtext('sla.official_notice'))");
        return newestOfficialRevision();
    }

    public void addNotice(OfficialNotice notice) {
        database.insertInto(OFFICIAL_NOTICE).set(OFFICIAL_NOTICE.REVISION, notice.revision()).set(OFFICIAL_NOTICE.YEAR, notice.year())
                .set(OFFICIAL_NOTICE.IMPORTED_AT, notice.importedAt()).set(OFFICIAL_NOTICE.IMPORTED_BY, notice.importedBy())
                .set(OFFICIAL_NOTICE.SOURCE, notice.source()).execute();
        var insert = database.insertInto(OFFICIAL_DAY, OFFICIAL_DAY.REVISION, OFFICIAL_DAY.DAY, OFFICIAL_DAY.DAY_OFF,
                OFFICIAL_DAY.NAME_ZH, OFFICIAL_DAY.NAME_EN);
        for (OfficialNotice.Day day : notice.days()) {
            insert = insert.values(notice.revision(), day.date(), day.dayOff(), day.nameZh(), day.nameEn());
        }
        insert.execute();
    }
}
