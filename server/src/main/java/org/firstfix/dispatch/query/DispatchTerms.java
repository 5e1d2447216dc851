package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.SKILL;
import static org.firstfix.schema.dispatch.Tables.TERRITORY;

import java.util.List;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** Skills and territories to choose from. */
@Query
public class DispatchTerms {
    private final DSLContext database;

    DispatchTerms(DSLContext database) {
        this.database = database;
    }

    public record Term(String code, String nameZh, String nameEn) {}

    public List<Term> skills() {
        return database.selectFrom(SKILL).orderBy(SKILL.CODE).fetch(row -> new Term(row.getCode(), row.getNameZh(), row.getNameEn()));
    }

    public List<Term> territories() {
        return database.selectFrom(TERRITORY).orderBy(TERRITORY.CODE).limit(1000)
                .fetch(row -> new Term(row.getCode(), row.getNameZh(), row.getNameEn()));
    }
}
