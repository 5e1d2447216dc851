package org.firstfix.contract.storage;

import static org.firstfix.schema.contract.Tables.LINE_USE;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.EntitlementApi.LineUse;
import org.firstfix.contract.Quota;
import org.firstfix.contract.QuotaUse;
import org.firstfix.contract.domain.ContractYear;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What visits consumed of contract lines that limit them. */
@Component
public class JooqLineUses {
    private final DSLContext database;

    JooqLineUses(DSLContext database) {
        this.database = database;
    }

    /** A line with a quota, in the contract year that is asked about. */
    public record Limited(ContractLineId line, Quota quota, ContractYear year) {}

    public void put(LineUse use) {
        int minutes = (int) use.onSite().toMinutes();
        database.insertInto(LINE_USE)
                .set(LINE_USE.LINE_ID, use.line().value()).set(LINE_USE.VISIT, use.visit())
                .set(LINE_USE.OCCURRED_AT, use.at()).set(LINE_USE.USED_ON, use.day())
                .set(LINE_USE.VISITS, use.visits()).set(LINE_USE.MINUTES, minutes).set(LINE_USE.ORG_PATH, use.orgPath().value())
                .onConflict(LINE_USE.LINE_ID, LINE_USE.VISIT).doUpdate()
                .set(LINE_USE.OCCURRED_AT, use.at()).set(LINE_USE.USED_ON, use.day())
                .set(LINE_USE.VISITS, use.visits()).set(LINE_USE.MINUTES, minutes).execute();
    }

    /** How much of each was used in its year before a moment. */
    public Map<ContractLineId, QuotaUse> before(Instant moment, Collection<Limited> limited) {
        Map<ContractLineId, QuotaUse> used = new HashMap<>();
        limited.forEach(line -> used.put(line.line(), new QuotaUse(line.quota(), 0, 0, line.year().lastDay())));
        if (limited.isEmpty()) {
            return used;
        }
        database.select(LINE_USE.LINE_ID, DSL.sum(LINE_USE.VISITS), DSL.sum(LINE_USE.MINUTES)).from(LINE_USE)
                .where(DSL.or(limited.stream().map(line -> LINE_USE.LINE_ID.eq(line.line().value())
                        .and(LINE_USE.USED_ON.between(line.year().firstDay(), line.year().lastDay()))).toList()))
                .and(LINE_USE.OCCURRED_AT.lt(moment)).groupBy(LINE_USE.LINE_ID)
                .forEach(row -> used.computeIfPresent(new ContractLineId(row.value1()), (line, none) ->
                        new QuotaUse(none.quota(), row.value2().intValue(), row.value3().intValue(), none.until())));
        return used;
    }
}
