package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.CAUSE;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    public Map<String, Cause> byCode(Collection<String> codes) {
        Map<String, Cause> found = new HashMap<>();
        database.selectFrom(CAUSE).where(CAUSE.CODE.in(codes)).forEach(row -> found.put(row.getCode(), toCause(row)));
        return found;
    }

    /** Only leaves in use count as a cause. */
    public void require(Collection<String> codes) {
        List<String> known = database.select(CAUSE.CODE).from(CAUSE)
                .where(CAUSE.CODE.in(codes)).and(CAUSE.ACTIVE).and(CAUSE.PARENT_CODE.isNotNull()).fetch(CAUSE.CODE);
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw Problem.invalid("diagnosis.cause-unknown", Map.of("cause", code));
        });
    }

    private static Cause toCause(CauseRecord row) {
        return new Cause(row.getCode(), Optional.ofNullable(row.getParentCode()), row.getNameZh(), row.getNameEn(),
                Optional.ofNullable(row.getPartKind()));
    }
}
