package org.firstfix.cases.query;

import static org.firstfix.schema.cases.Tables.SERVICE_CASE;
import static org.firstfix.schema.cases.Tables.SYMPTOM;
import static org.firstfix.schema.cases.Tables.SYMPTOM_VERSION;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.cases.SymptomNode;
import org.firstfix.cases.storage.JooqSymptomTree;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.cases.tables.records.SymptomVersionRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** The tree of symptoms as those see it who keep it, and every state that a symptom ever had. The whole house's. */
@Query
public class SymptomList {
    /** More cases than that are not counted: whoever keeps the tree wants to know whether few or many depend on it. */
    public static final int MOST_CASES = 1000;

    private static final String ORDER = "symptom-code";
    private static final String VERSIONS = "symptom-version";

    private final DSLContext database;
    private final JooqSymptomTree tree;

    SymptomList(DSLContext database, JooqSymptomTree tree) {
        this.database = database;
        this.tree = tree;
    }

    public enum Lack {
        CHINESE,
        ENGLISH
    }

    /**
     * @param group it has no parent or something stands below it: no case can have it
     * @param cases in the reader's reach that have it; {@value #MOST_CASES} stands for that many or more
     */
    public record SymptomLine(String code, Optional<String> parentCode, String nameZh, String nameEn, List<String> families, boolean active,
            boolean group, int cases, List<Lack> lacks, int version, List<String> actions) {}

    /** @param scope cases outside it are not counted */
    public Page<SymptomLine> symptoms(DataScope scope, Optional<String> family, PageRequest page) {
        Field<Integer> cases = field(selectCount().from(selectOne().from(SERVICE_CASE).where(SERVICE_CASE.SYMPTOM_CODE.eq(SYMPTOM.CODE))
                .limit(MOST_CASES))).as("cases");
        List<Record> rows = new ArrayList<>(database.select(SYMPTOM.fields()).select(cases).from(SYMPTOM)
                .where(page.after(ORDER, 1).map(cursor -> SYMPTOM.CODE.gt(cursor.text(0))).orElse(noCondition()),
                        family.map(wanted -> cardinality(SYMPTOM.FAMILIES).eq(0).or(SYMPTOM.FAMILIES.contains(new String[] {wanted})))
                                .orElse(noCondition()))
                .orderBy(SYMPTOM.CODE).limit(page.limit() + 1).fetch());
        Set<String> groups = new HashSet<>(database.selectDistinct(SYMPTOM.PARENT_CODE).from(SYMPTOM)
                .where(SYMPTOM.PARENT_CODE.in(rows.stream().map(row -> row.get(SYMPTOM.CODE)).toList())).fetch(SYMPTOM.PARENT_CODE));
        return Page.of(rows, page.limit(), last -> Cursor.after(ORDER, last.get(SYMPTOM.CODE))).map(row -> {
            SymptomNode symptom = JooqSymptomTree.node(row.into(SYMPTOM));
            return new SymptomLine(symptom.code(), symptom.parentCode(), symptom.nameZh(), symptom.nameEn(), symptom.families(),
                    symptom.active(), symptom.parentCode().isEmpty() || groups.contains(symptom.code()), row.get(cases), lacks(symptom),
                    symptom.version(), Actors.current().may("catalogue.maintain") ? List.of("CHANGE") : List.of());
        });
    }

    private static List<Lack> lacks(SymptomNode symptom) {
        List<Lack> lacks = new ArrayList<>();
        if (symptom.nameZh().isBlank()) {
            lacks.add(Lack.CHINESE);
        }
        if (symptom.nameEn().isBlank()) {
            lacks.add(Lack.ENGLISH);
        }
        return lacks;
    }

    /**
     * @param changes against the version before; none for the first
     * @param facts what the symptom said then, field by field
     */
    public record State(int version, String reason, String changedBy, Instant changedAt, List<FieldChange> changes, List<Fact> facts) {}

    public record Fact(String field, String value) {}

    /**
     * The newest first.
     *
     * @param scope nothing depends on it
     * @throws Problem 404
     */
    public Page<State> versions(DataScope scope, String code, PageRequest page) {
        // The extra row that tells whether there are more is also what the last one shown is compared with.
        List<SymptomVersionRecord> rows = database.selectFrom(SYMPTOM_VERSION).where(SYMPTOM_VERSION.CODE.eq(code),
                        page.after(VERSIONS, 1).map(cursor -> SYMPTOM_VERSION.VERSION.lt((int) cursor.number(0))).orElse(noCondition()))
                .orderBy(SYMPTOM_VERSION.VERSION.desc()).limit(page.limit() + 1).fetch();
        if (rows.isEmpty() && page.cursor().isEmpty()) {
            throw Problem.notFound("symptom", code);
        }
        List<State> states = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            Map<String, String> facts = tree.read(rows.get(at).getContent()).facts();
            List<FieldChange> changes = at + 1 < rows.size()
                    ? FieldChange.between(tree.read(rows.get(at + 1).getContent()).facts(), facts) : List.of();
            states.add(new State(rows.get(at).getVersion(), rows.get(at).getReason(), rows.get(at).getChangedByName(),
                    rows.get(at).getChangedAt(), changes,
                    facts.entrySet().stream().map(fact -> new Fact(fact.getKey(), fact.getValue())).toList()));
        }
        return Page.of(states, page.limit(), last -> Cursor.after(VERSIONS, last.version()));
    }
}
