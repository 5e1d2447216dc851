package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.OVERRULING;

import java.time.Instant;
import java.util.UUID;
import org.firstfix.dispatch.domain.Overruling;
import org.firstfix.dispatch.domain.OverrulingReason;
import org.firstfix.dispatch.domain.Overrulings;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.routing.plan.Objective;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqOverrulings implements Overrulings {
    private final DSLContext database;
    private final JsonMapper json;

    JooqOverrulings(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void add(Overruling overruling) {
        Overruling.Judged judged = overruling.judged();
        database.insertInto(OVERRULING)
                .set(OVERRULING.ID, overruling.id())
                .set(OVERRULING.WORK_ORDER_ID, overruling.workOrder().value())
                .set(OVERRULING.APPOINTMENT_NUMBER, overruling.appointment())
                .set(OVERRULING.MOVED, overruling.moved())
                .set(OVERRULING.CHOSEN_ENGINEER_ID, judged.chosen().engineer().value())
                .set(OVERRULING.CHOSEN_STARTS_AT, judged.chosen().startsAt())
                .set(OVERRULING.BEST_ENGINEER_ID, judged.best().engineer().value())
                .set(OVERRULING.BEST_STARTS_AT, judged.best().startsAt())
                .set(OVERRULING.MORE_MONEY, judged.more().map(Objective::money).orElse(null))
                .set(OVERRULING.MORE_PREFERENCE, judged.more().map(Objective::preference).orElse(null))
                .set(OVERRULING.LINES, JSONB.valueOf(json.writeValueAsString(judged.lines())))
                .set(OVERRULING.RULE, judged.rule())
                .set(OVERRULING.REASON, overruling.reason().name())
                .set(OVERRULING.NOTE, overruling.note())
                .set(OVERRULING.DECIDED_BY, overruling.decidedBy())
                .set(OVERRULING.DECIDED_AT, overruling.decidedAt())
                .set(OVERRULING.ORG_PATH, overruling.orgPath().value())
                .execute();
    }

    @Override
    public Kept load(UUID id) {
        return database.selectFrom(OVERRULING).where(OVERRULING.ID.eq(id)).forUpdate()
                .fetchOptional(row -> new Kept(row.getId(), row.getAppointmentNumber(), new OrgPath(row.getOrgPath())))
                .orElseThrow(() -> Problem.notFound("overruling", id));
    }

    @Override
    public void explain(UUID id, OverrulingReason reason, String note, String by, Instant at) {
        database.update(OVERRULING).set(OVERRULING.REASON, reason.name()).set(OVERRULING.NOTE, note).set(OVERRULING.EXPLAINED_BY, by)
                .set(OVERRULING.EXPLAINED_AT, at).where(OVERRULING.ID.eq(id)).execute();
    }
}
