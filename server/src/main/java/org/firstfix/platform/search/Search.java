package org.firstfix.platform.search;

import static org.firstfix.schema.platform.Tables.SEARCH_ENTRY;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
     * @param subject the column that holds the id of the thing
     */
    public Condition matches(Field<UUID> subject, String kind, String text) {
        String asked = SearchIndex.normal(text);
        if (asked.isEmpty()) {
            return noCondition();
        }
        Condition token = startsWith(asked);
        String joined = asked.replace(" ", "");
        if (joined.length() >= 3) {
            token = token.or(startsWith("<" + new StringBuilder(joined).reverse()));
        }
        return subject.in(select(SEARCH_ENTRY.SUBJECT_ID).from(SEARCH_ENTRY)
                .where(inScope()).and(SEARCH_ENTRY.KIND.eq(kind)).and(token));
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
                .and(kind.isBlank() ? noCondition() : SEARCH_ENTRY.KIND.eq(kind))
                .orderBy(SEARCH_ENTRY.TOKEN, SEARCH_ENTRY.KIND, SEARCH_ENTRY.SUBJECT_ID)
                .limit(MOST * 2)
                .fetch(row -> new Hit(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }
}
