package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.TREE_VERSION;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstfix.diagnosis.TreeKind;
import org.firstfix.diagnosis.storage.JooqTrees;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.diagnosis.tables.records.TreeVersionRecord;
import org.jooq.DSLContext;

/** Every state that an entry ever had: who made it so, when and why. */
@Query
public class TreeHistory {
    private static final String ORDER = "tree-version";

    private final DSLContext database;
    private final JooqTrees trees;

    TreeHistory(DSLContext database, JooqTrees trees) {
        this.database = database;
        this.trees = trees;
    }

    /**
     * @param changes against the version before; none for the first
     * @param facts what the entry said then, field by field
     */
    public record State(int version, String reason, String changedBy, Instant changedAt, List<FieldChange> changes, List<Fact> facts) {}

    public record Fact(String field, String value) {}

    /**
     * The newest first.
     *
     * @param scope nothing depends on it
     * @throws Problem 404
     */
    public Page<State> of(DataScope scope, TreeKind kind, String code, PageRequest page) {
        // The extra row that tells whether there are more is also what the last one shown is compared with.
        List<TreeVersionRecord> rows = database.selectFrom(TREE_VERSION).where(TREE_VERSION.KIND.eq(kind.name()), TREE_VERSION.CODE.eq(code),
                        page.after(ORDER, 1).map(cursor -> TREE_VERSION.VERSION.lt((int) cursor.number(0))).orElse(noCondition()))
                .orderBy(TREE_VERSION.VERSION.desc()).limit(page.limit() + 1).fetch();
        if (rows.isEmpty() && page.cursor().isEmpty()) {
            throw Problem.notFound(kind.word(), code);
        }
        List<State> states = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            Map<String, String> facts = trees.read(kind, rows.get(at).getContent()).facts();
            List<FieldChange> changes = at + 1 < rows.size()
                    ? FieldChange.between(trees.read(kind, rows.get(at + 1).getContent()).facts(), facts) : List.of();
            states.add(new State(rows.get(at).getVersion(), rows.get(at).getReason(), rows.get(at).getChangedByName(),
                    rows.get(at).getChangedAt(), changes,
                    facts.entrySet().stream().map(fact -> new Fact(fact.getKey(), fact.getValue())).toList()));
        }
        return Page.of(states, page.limit(), last -> Cursor.after(ORDER, last.version()));
    }
}
