package org.firstfix.diagnosis.query;

import static org.firstfix.platform.tree.EntryRules.nameOr;
import static org.firstfix.schema.diagnosis.Tables.CAUSE;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.diagnosis.DiagnosisApi.Cause;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.diagnosis.tables.records.CauseRecord;
import org.jooq.DSLContext;

/** The catalogue of causes: a few dozen, parents group, leaves are chosen. */
@Query
public class Causes {
    private final DSLContext database;

    Causes(DSLContext database) {
        this.database = database;
    }

    public List<Cause> all() {
        return database.selectFrom(CAUSE).orderBy(CAUSE.CODE).fetch(Causes::toCause);
    }

    /** Those in use, to choose from: what has a parent can be chosen, what has none is a group, however deep it stands. */
    public List<Cause> choices() {
        List<Cause> inUse = database.selectFrom(CAUSE).where(CAUSE.ACTIVE).orderBy(CAUSE.CODE).fetch(Causes::toCause);
        Set<String> groups = inUse.stream().flatMap(cause -> cause.parentCode().stream()).collect(Collectors.toSet());
        return inUse.stream().map(cause -> groups.contains(cause.code())
                ? new Cause(cause.code(), Optional.empty(), cause.nameZh(), cause.nameEn(), cause.partKind()) : cause).toList();
    }

    public Map<String, Cause> byCode(Collection<String> codes) {
        Map<String, Cause> found = new HashMap<>();
        database.selectFrom(CAUSE).where(CAUSE.CODE.in(codes)).forEach(row -> found.put(row.getCode(), toCause(row)));
        return found;
    }

    /** The kinds of parts that mend each cause; not those of causes that none mends. */
    public Map<String, Set<String>> partKinds() {
        return database.select(CAUSE.CODE, CAUSE.PART_KINDS).from(CAUSE).where(cardinality(CAUSE.PART_KINDS).gt(0))
                .fetchMap(CAUSE.CODE, row -> Set.of(row.value2()));
    }

    /** Only leaves in use count as a cause: neither a root nor what has causes below it. */
    public void require(Collection<String> codes) {
        var below = CAUSE.as("below");
        List<String> known = database.select(CAUSE.CODE).from(CAUSE)
                .where(CAUSE.CODE.in(codes)).and(CAUSE.ACTIVE).and(CAUSE.PARENT_CODE.isNotNull())
                .andNotExists(selectOne().from(below).where(below.PARENT_CODE.eq(CAUSE.CODE))).fetch(CAUSE.CODE);
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw Problem.invalid("diagnosis.cause-unknown", Map.of("cause", code));
        });
    }

    private static Cause toCause(CauseRecord row) {
        return new Cause(row.getCode(), Optional.ofNullable(row.getParentCode()), nameOr(row.getNameZh(), row.getNameEn()),
                nameOr(row.getNameEn(), row.getNameZh()),
                Optional.ofNullable(row.getPartKind()));
    }
}
