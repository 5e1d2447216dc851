package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.CHECK_ANSWER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.cases.CaseId;
import org.firstfix.diagnosis.domain.Answer;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;
import org.springframework.modulith.NamedInterface;

/** What the guided checks of a case have said so far. */
@Query
@NamedInterface("use-cases")
public class CheckAnswers {
    private final DSLContext database;

    CheckAnswers(DSLContext database) {
        this.database = database;
    }

    /**
     * The answer that holds for a check.
     *
     * @param revision counts the answers to this check, from 1
     * @param earlier answers that were corrected, the latest first
     */
    public record Given(String checkCode, Answer answer, int revision, String answeredBy, Instant answeredAt, List<Earlier> earlier) {}

    public record Earlier(Answer answer, int revision, String answeredBy, Instant answeredAt) {}

    /** One entry for each check that was answered, in the order of the codes. */
    public List<Given> of(CaseId id) {
        Map<String, List<Earlier>> answers = new LinkedHashMap<>();
        database.selectFrom(CHECK_ANSWER).where(CHECK_ANSWER.CASE_ID.eq(id.value()))
                .orderBy(CHECK_ANSWER.CHECK_CODE, CHECK_ANSWER.REVISION.desc())
                .forEach(row -> answers.computeIfAbsent(row.getCheckCode(), code -> new ArrayList<>()).add(new Earlier(
                        Answer.valueOf(row.getAnswer()), row.getRevision(), row.getAnsweredByName(), row.getAnsweredAt())));
        return answers.entrySet().stream().map(entry -> {
            Earlier holds = entry.getValue().getFirst();
            return new Given(entry.getKey(), holds.answer(), holds.revision(), holds.answeredBy(), holds.answeredAt(),
                    entry.getValue().subList(1, entry.getValue().size()));
        }).toList();
    }
}
