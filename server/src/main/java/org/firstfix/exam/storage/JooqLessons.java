package org.firstfix.exam.storage;

import static org.firstfix.schema.exam.Tables.LESSON;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.cases.CaseId;
import org.firstfix.exam.domain.Lesson;
import org.firstfix.exam.domain.WentWrong;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.exam.tables.records.LessonRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Cases to learn from. */
@Component
public class JooqLessons {
    private final DSLContext database;

    JooqLessons(DSLContext database) {
        this.database = database;
    }

    /** The lesson, kept from changes by others until the transaction ends. */
    public Optional<Lesson> lock(CaseId id) {
        return database.selectFrom(LESSON).where(LESSON.CASE_ID.eq(id.value())).forUpdate().fetchOptional(JooqLessons::toLesson);
    }

    public Optional<Lesson> find(String caseNumber) {
        return database.selectFrom(LESSON).where(LESSON.CASE_NUMBER.eq(caseNumber)).fetchOptional(JooqLessons::toLesson);
    }

    /** Adds it, or writes it anew. */
    public void put(Lesson lesson) {
        LessonRecord row = database.newRecord(LESSON);
        row.setCaseId(lesson.caseId().value());
        row.setCaseNumber(lesson.caseNumber());
        row.setReport(lesson.report());
        row.setSymptomCode(lesson.symptomCode().orElse(null));
        row.setFamily(lesson.family().orElse(null));
        row.setSkillCode(lesson.skill().orElse(null));
        row.setWentWrong(lesson.wentWrong().stream().sorted().map(Enum::name).toArray(String[]::new));
        row.setPredictedCauses(lesson.predictedCauses().toArray(String[]::new));
        row.setCarriedParts(lesson.carriedParts().toArray(String[]::new));
        row.setTrueCauses(lesson.trueCauses().toArray(String[]::new));
        row.setHappenedAt(lesson.happenedAt());
        row.setOrgPath(lesson.orgPath().value());
        database.insertInto(LESSON).set(row).onConflict(LESSON.CASE_ID).doUpdate().set(row).execute();
    }

    public static Lesson toLesson(LessonRecord row) {
        return new Lesson(new CaseId(row.getCaseId()), row.getCaseNumber(), row.getReport(), Optional.ofNullable(row.getSymptomCode()),
                Optional.ofNullable(row.getFamily()), Optional.ofNullable(row.getSkillCode()), wrong(row.getWentWrong()), List.of(row.getPredictedCauses()),
                List.of(row.getCarriedParts()), List.of(row.getTrueCauses()), row.getHappenedAt(), new OrgPath(row.getOrgPath()));
    }

    private static Set<WentWrong> wrong(String[] names) {
        return Arrays.stream(names).map(WentWrong::valueOf).collect(Collectors.toSet());
    }
}
