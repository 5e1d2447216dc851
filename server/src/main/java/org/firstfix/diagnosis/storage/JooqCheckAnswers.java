package org.firstfix.diagnosis.storage;

import static org.firstfix.schema.diagnosis.Tables.CHECK_ANSWER;
import static org.firstfix.schema.diagnosis.Tables.GUIDED_CHECK;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.domain.Answer;
import org.firstfix.diagnosis.domain.CheckAnswerBook;
import org.firstfix.platform.identity.Actor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqCheckAnswers implements CheckAnswerBook {
    private final DSLContext database;

    JooqCheckAnswers(DSLContext database) {
        this.database = database;
    }

    @Override
    public boolean canBeAsked(String checkCode) {
        return database.fetchExists(GUIDED_CHECK, GUIDED_CHECK.CODE.eq(checkCode).and(GUIDED_CHECK.ACTIVE));
    }

    @Override
    public Optional<Standing> standing(CaseSummary of, String checkCode) {
        return database.select(CHECK_ANSWER.ANSWER, CHECK_ANSWER.REVISION).from(CHECK_ANSWER)
                .where(CHECK_ANSWER.CASE_ID.eq(of.id().value()), CHECK_ANSWER.CHECK_CODE.eq(checkCode))
                .orderBy(CHECK_ANSWER.REVISION.desc()).limit(1)
                .fetchOptional(row -> new Standing(Answer.valueOf(row.value1()), row.value2()));
    }

    @Override
    public boolean add(CaseSummary of, String checkCode, Standing answer, Actor by, Instant at) {
        return database.insertInto(CHECK_ANSWER)
                .set(CHECK_ANSWER.CASE_ID, of.id().value())
                .set(CHECK_ANSWER.CHECK_CODE, checkCode)
                .set(CHECK_ANSWER.REVISION, answer.revision())
                .set(CHECK_ANSWER.ANSWER, answer.answer().name())
                .set(CHECK_ANSWER.ANSWERED_BY, by.personId().map(person -> person.value()).orElse(null))
                .set(CHECK_ANSWER.ANSWERED_BY_NAME, by.name())
                .set(CHECK_ANSWER.ANSWERED_AT, at)
                .set(CHECK_ANSWER.ORG_PATH, of.orgPath().value())
                .onConflictDoNothing().execute() == 1;
    }
}
