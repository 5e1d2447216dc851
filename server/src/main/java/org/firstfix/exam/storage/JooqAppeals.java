package org.firstfix.exam.storage;

import static org.firstfix.schema.exam.Tables.APPEAL;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.exam.AppealId;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Appeal;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.exam.tables.records.AppealRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Objections to questions. */
@Component
public class JooqAppeals {
    private final DSLContext database;

    JooqAppeals(DSLContext database) {
        this.database = database;
    }

    /** @return none if this engineer has objected to that question of that paper before */
    public Optional<AppealId> add(Appeal appeal) {
        return database.insertInto(APPEAL).set(APPEAL.PAPER_ID, appeal.paperId().value()).set(APPEAL.POSITION, appeal.position())
                .set(APPEAL.QUESTION_CODE, appeal.question()).set(APPEAL.VERSION, appeal.version()).set(APPEAL.ENGINEER_ID, appeal.engineerId().value())
                .set(APPEAL.ENGINEER_NAME, appeal.engineerName()).set(APPEAL.REASON, appeal.reason()).set(APPEAL.RAISED_AT, appeal.raisedAt())
                .set(APPEAL.STATUS, appeal.status().name()).set(APPEAL.ORG_PATH, appeal.orgPath().value())
                .onConflictDoNothing().returning(APPEAL.ID).fetchOptional(row -> new AppealId(row.getId()));
    }

    public Optional<Appeal> lock(AppealId id) {
        return database.selectFrom(APPEAL).where(APPEAL.ID.eq(id.value())).forUpdate().fetchOptional(JooqAppeals::toAppeal);
    }

    public void decide(AppealId id, Appeal.Status status, Actor by, String note, Instant now) {
        database.update(APPEAL).set(APPEAL.STATUS, status.name()).set(APPEAL.DECIDED_BY, by.userId().map(Id::value).orElse(null))
                .set(APPEAL.DECIDED_NAME, by.name()).set(APPEAL.DECIDED_AT, now).set(APPEAL.DECISION_NOTE, note).where(APPEAL.ID.eq(id.value())).execute();
    }

    public static Appeal toAppeal(AppealRecord row) {
        return new Appeal(new PaperId(row.getPaperId()), row.getPosition(), row.getQuestionCode(), row.getVersion(), new PersonId(row.getEngineerId()),
                row.getEngineerName(), row.getReason(), row.getRaisedAt(), Appeal.Status.valueOf(row.getStatus()), row.getDecidedName(), row.getDecisionNote(),
                new OrgPath(row.getOrgPath()));
    }
}
