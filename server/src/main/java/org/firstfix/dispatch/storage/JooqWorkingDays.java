package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.WORKING_DAY;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.WorkingDay;
import org.firstfix.dispatch.domain.WorkingDays;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.dispatch.tables.records.WorkingDayRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqWorkingDays implements WorkingDays {
    private final DSLContext database;

    JooqWorkingDays(DSLContext database) {
        this.database = database;
    }

    @Override
    public WorkingDay inForce(OrgPath place) {
        return database.selectFrom(WORKING_DAY).where(condition("{0} @> {1}::ltree", WORKING_DAY.ORG_PATH, val(place.value())))
                .orderBy(field("nlevel({0})", Integer.class, WORKING_DAY.ORG_PATH).desc()).limit(1)
                .fetchOptional(JooqWorkingDays::toDay).orElse(WorkingDay.PLAIN);
    }

    @Override
    public Map<OrgPath, Own> all() {
        return database.selectFrom(WORKING_DAY).fetchMap(row -> new OrgPath(row.getOrgPath()), row -> new Own(toDay(row), row.getVersion()));
    }

    @Override
    public boolean set(OrgPath place, Optional<WorkingDay> day, int expectedVersion) {
        if (day.isEmpty()) {
            return database.deleteFrom(WORKING_DAY).where(WORKING_DAY.ORG_PATH.eq(place.value()), WORKING_DAY.VERSION.eq(expectedVersion)).execute() == 1;
        }
        WorkingDayRecord row = toRow(place, day.get(), expectedVersion + 1);
        return expectedVersion == 0 ? database.insertInto(WORKING_DAY).set(row).onConflictDoNothing().execute() == 1
                : database.update(WORKING_DAY).set(row).where(WORKING_DAY.ORG_PATH.eq(place.value()), WORKING_DAY.VERSION.eq(expectedVersion)).execute() == 1;
    }

    private WorkingDayRecord toRow(OrgPath place, WorkingDay day, int version) {
        WorkingDayRecord row = database.newRecord(WORKING_DAY);
        row.setOrgPath(place.value());
        row.setDepotLatitude(day.depot().map(depot -> depot.place().latitude()).orElse(null));
        row.setDepotLongitude(day.depot().map(depot -> depot.place().longitude()).orElse(null));
        row.setDepotOpens(day.depot().map(WorkingDay.Depot::opens).orElse(null));
        row.setDepotCloses(day.depot().map(WorkingDay.Depot::closes).orElse(null));
        row.setDepotMinutes(day.depot().map(WorkingDay.Depot::minutes).orElse(null));
        row.setBreakMinutes(day.pause().map(WorkingDay.Pause::minutes).orElse(null));
        row.setBreakEarliest(day.pause().map(WorkingDay.Pause::earliest).orElse(null));
        row.setBreakLatest(day.pause().map(WorkingDay.Pause::latest).orElse(null));
        row.setVersion(version);
        return row;
    }

    private static WorkingDay toDay(WorkingDayRecord row) {
        return new WorkingDay(
                row.getDepotMinutes() == null ? Optional.empty() : Optional.of(new WorkingDay.Depot(new Place(row.getDepotLatitude(), row.getDepotLongitude()),
                        row.getDepotOpens(), row.getDepotCloses(), row.getDepotMinutes())),
                row.getBreakMinutes() == null ? Optional.empty()
                        : Optional.of(new WorkingDay.Pause(row.getBreakMinutes(), row.getBreakEarliest(), row.getBreakLatest())));
    }
}
