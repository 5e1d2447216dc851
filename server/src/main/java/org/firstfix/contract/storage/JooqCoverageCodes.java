package org.firstfix.contract.storage;

import static org.firstfix.schema.contract.Tables.COVERAGE_CODE;
import static org.firstfix.schema.contract.Tables.COVERAGE_TARGET;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.contract.domain.CoverageCode;
import org.firstfix.schema.contract.tables.records.CoverageCodeRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Coverage codes and their targets. */
@Component
public class JooqCoverageCodes {
    private final DSLContext database;
    private final StoredPauseRights storedRights;
    private final StoredSpecialTargets storedTargets;

    JooqCoverageCodes(DSLContext database, StoredPauseRights storedRights, StoredSpecialTargets storedTargets) {
        this.database = database;
        this.storedRights = storedRights;
        this.storedTargets = storedTargets;
    }

    /** All of them, ordered by code; there are some dozens at most. */
    public List<CoverageCode> all() {
        return read(DSL.noCondition());
    }

    public Map<String, CoverageCode> byCode(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : read(COVERAGE_CODE.CODE.in(Set.copyOf(codes))).stream()
                .collect(Collectors.toMap(CoverageCode::code, coverage -> coverage));
    }

    public Optional<CoverageCode> find(String code) {
        return read(COVERAGE_CODE.CODE.eq(code)).stream().findFirst();
    }

    /** The code, kept from changes by others until the transaction ends. */
    public Optional<CoverageCode> lock(String code) {
        database.select(COVERAGE_CODE.CODE).from(COVERAGE_CODE).where(COVERAGE_CODE.CODE.eq(code)).forUpdate().fetch();
        return find(code);
    }

    /** @return false if the code exists already */
    public boolean add(CoverageCode coverage) {
        int added = database.insertInto(COVERAGE_CODE)
                .set(COVERAGE_CODE.CODE, coverage.code())
                .set(COVERAGE_CODE.NAME_ZH, coverage.nameZh())
                .set(COVERAGE_CODE.NAME_EN, coverage.nameEn())
                .set(COVERAGE_CODE.CALENDAR_CODE, coverage.calendarCode())
                .set(COVERAGE_CODE.ACTIVE, coverage.active())
                .set(COVERAGE_CODE.SPECIAL_TARGETS, storedTargets.write(coverage.specialTargets()))
                .set(COVERAGE_CODE.PAUSE_RIGHTS, storedRights.write(coverage.pauseRights()))
                .set(COVERAGE_CODE.VERSION, coverage.version())
                .onConflictDoNothing().execute();
        if (added == 1) {
            writeTargets(coverage);
        }
        return added == 1;
    }

    public void change(CoverageCode coverage) {
        database.update(COVERAGE_CODE)
                .set(COVERAGE_CODE.NAME_ZH, coverage.nameZh())
                .set(COVERAGE_CODE.NAME_EN, coverage.nameEn())
                .set(COVERAGE_CODE.CALENDAR_CODE, coverage.calendarCode())
                .set(COVERAGE_CODE.ACTIVE, coverage.active())
                .set(COVERAGE_CODE.SPECIAL_TARGETS, storedTargets.write(coverage.specialTargets()))
                .set(COVERAGE_CODE.PAUSE_RIGHTS, storedRights.write(coverage.pauseRights()))
                .set(COVERAGE_CODE.VERSION, coverage.version())
                .where(COVERAGE_CODE.CODE.eq(coverage.code())).execute();
        database.deleteFrom(COVERAGE_TARGET).where(COVERAGE_TARGET.COVERAGE_CODE.eq(coverage.code())).execute();
        writeTargets(coverage);
    }

    private void writeTargets(CoverageCode coverage) {
        var insert = database.insertInto(COVERAGE_TARGET, COVERAGE_TARGET.COVERAGE_CODE, COVERAGE_TARGET.PRIORITY,
                COVERAGE_TARGET.MILESTONE, COVERAGE_TARGET.MINUTES);
        int rows = 0;
        for (var ofPriority : coverage.targets().entrySet()) {
            for (var target : ofPriority.getValue().entrySet()) {
                insert = insert.values(coverage.code(), ofPriority.getKey().name(), target.getKey().name(),
                        (int) target.getValue().toMinutes());
                rows++;
            }
        }
        if (rows > 0) {
            insert.execute();
        }
    }

    private List<CoverageCode> read(Condition which) {
        List<CoverageCodeRecord> codes = database.selectFrom(COVERAGE_CODE).where(which).orderBy(COVERAGE_CODE.CODE).fetch();
        Map<String, Map<Priority, Map<Milestone, Duration>>> targets = new HashMap<>();
        database.selectFrom(COVERAGE_TARGET)
                .where(COVERAGE_TARGET.COVERAGE_CODE.in(codes.stream().map(CoverageCodeRecord::getCode).toList()))
                .forEach(row -> targets.computeIfAbsent(row.getCoverageCode(), code -> new EnumMap<>(Priority.class))
                        .computeIfAbsent(Priority.valueOf(row.getPriority()), priority -> new EnumMap<>(Milestone.class))
                        .put(Milestone.valueOf(row.getMilestone()), Duration.ofMinutes(row.getMinutes())));
        return codes.stream().map(row -> new CoverageCode(row.getCode(), row.getNameZh(), row.getNameEn(), row.getCalendarCode(),
                row.getActive(), targets.getOrDefault(row.getCode(), Map.of()),
                storedTargets.read(row.getSpecialTargets()), storedRights.read(row.getPauseRights()), row.getVersion())).toList();
    }
}
