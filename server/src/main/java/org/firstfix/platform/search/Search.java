package org.firstfix.platform.search;

import static org.firstfix.schema.platform.Tables.SEARCH_ENTRY;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Finds by the beginning, or by the end where a thing allows it. Never more than {@value #MOST} hits. */
@Query
public class Search {
    private static final int MOST = 20;
    private static final int FEW = 400;
    private static final Pattern KIND = Pattern.compile("[a-z-]{1,30}");

    private final DSLContext database;
    private final BranchFilter branches;

    Search(DSLContext database, BranchFilter branches) {
        this.database = database;
        this.branches = branches;
    }

    public record Hit(String kind, UUID id, String number, String title, String subtitle) {}

    /** @param kind only this kind of thing; empty for all */
    public List<Hit> find(String text, String kind) {
        String asked = SearchIndex.normal(text).replace(" ", "");
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<UUID, Hit> hits = new LinkedHashMap<>();
        for (Hit hit : prefixed(SearchIndex.normal(text), kind)) {
            hits.putIfAbsent(hit.id(), hit);
        }
        if (asked.length() >= 3) {
            for (Hit hit : prefixed("<" + new StringBuilder(asked).reverse(), kind)) {
                hits.putIfAbsent(hit.id(), hit);
            }
        }
        return new ArrayList<>(hits.values()).subList(0, Math.min(MOST, hits.size()));
    }

    /**
     * The same question as a condition of a list, so that a list may be filtered by whatever finds its things. Not
     * limited to the first hits. An empty text filters nothing.
     *
     * <p>A few hits are named to the list, which fetches them. Of many, the list goes through its own order and looks at
     * each row whether it is a hit: collecting and sorting thousands to show one page would take longer.
     *
     * @param subject the column that holds the id of the thing
     */
    public Condition matches(Field<UUID> subject, String kind, String text) {
        String asked = SearchIndex.normal(text);
        if (asked.isEmpty()) {
            return noCondition();
        }
        String joined = asked.replace(" ", "");
        List<String> beginnings = joined.length() < 3 ? List.of(asked)
                : List.of(asked, "<" + new StringBuilder(joined).reverse());
        Set<UUID> hits = new LinkedHashSet<>();
        for (String beginning : beginnings) {
            List<UUID> some = database.select(SEARCH_ENTRY.SUBJECT_ID).from(SEARCH_ENTRY)
                    .where(inScope()).and(kind(kind)).and(startsWith(beginning))
                    .orderBy(SEARCH_ENTRY.TOKEN).limit(FEW + 1).fetch(SEARCH_ENTRY.SUBJECT_ID);
            if (some.size() > FEW) {
                // Said in words that no index by token can serve: the few entries of the row itself are looked at.
                Condition hit = or(beginnings.stream().map(start -> left(SEARCH_ENTRY.TOKEN, start.length()).eq(start)).toList());
                return condition(field(select(inline(true)).from(SEARCH_ENTRY)
                        .where(kind(kind)).and(SEARCH_ENTRY.SUBJECT_ID.eq(subject)).and(hit).limit(inline(1))));
            }
            hits.addAll(some);
        }
        return subject.in(hits);
    }

    /** Written into the statement, so that the planner sees whether the index by kind fits; nonsense is not. */
    private static Condition kind(String kind) {
        return SEARCH_ENTRY.KIND.eq(KIND.matcher(kind).matches() ? inline(kind) : val(kind));
    }

    private Condition inScope() {
        return branches.within(SEARCH_ENTRY.BRANCH, Actors.current().scope());
    }

    private static Condition startsWith(String prefix) {
        return SEARCH_ENTRY.TOKEN.ge(prefix).and(SEARCH_ENTRY.TOKEN.lt(prefix + "\uffff"));
    }

    /** A range of bytewise order is a prefix, and an index scan even under row-level security. */
    private List<Hit> prefixed(String prefix, String kind) {
        return database.select(SEARCH_ENTRY.KIND, SEARCH_ENTRY.SUBJECT_ID, SEARCH_ENTRY.NUMBER, SEARCH_ENTRY.TITLE, SEARCH_ENTRY.SUBTITLE)
                .from(SEARCH_ENTRY)
                .where(inScope()).and(startsWith(prefix))
                .and(kind.isBlank() ? noCondition() : kind(kind))
                .orderBy(SEARCH_ENTRY.TOKEN, SEARCH_ENTRY.KIND, SEARCH_ENTRY.SUBJECT_ID)
                .limit(MOST * 2)
                .fetch(row -> new Hit(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }
}
