package org.firstfix.knowledge.storage;

import static org.firstfix.schema.knowledge.Tables.CASE_ENDING;

import java.util.List;
import java.util.Optional;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.knowledge.domain.CaseEnding;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.knowledge.tables.records.CaseEndingRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How cases went. */
@Component
public class JooqEndings {
    private final DSLContext database;

    JooqEndings(DSLContext database) {
        this.database = database;
    }

    /** What is known of a case, with its facts as they are now; kept from changes by others until the transaction ends. */
    public CaseEnding forChange(CaseSummary of) {
        CaseEndingRecord row = database.newRecord(CASE_ENDING);
        row.setCaseNumber(of.number());
        row.setSymptomCode(of.symptomCode().orElse(null));
        row.setFamily(of.family().orElse(null));
        row.setModelCode(of.modelCode().orElse(null));
        row.setOrgPath(of.orgPath().value());
        return toEnding(database.insertInto(CASE_ENDING).set(row).set(CASE_ENDING.CASE_ID, of.id().value())
                .onConflict(CASE_ENDING.CASE_ID).doUpdate().set(row).returning().fetchSingle());
    }

    public void save(CaseEnding ending) {
        database.update(CASE_ENDING)
                .set(CASE_ENDING.CAUSES, ending.causes().toArray(String[]::new)).set(CASE_ENDING.VISITS, ending.visits())
                .set(CASE_ENDING.VISITS_IN_VAIN, ending.visitsInVain()).set(CASE_ENDING.SOLVED, ending.solved().map(Enum::name).orElse(null))
                .set(CASE_ENDING.SOLVED_AT, ending.solvedAt().orElse(null)).set(CASE_ENDING.FIRST_SOLVED_AT, ending.firstSolvedAt().orElse(null))
                .set(CASE_ENDING.REOPENED, ending.reopened()).set(CASE_ENDING.WITH_ARTICLE, ending.withArticle())
                .where(CASE_ENDING.CASE_ID.eq(ending.caseId().value())).execute();
    }

    /** It was none: reported by mistake, or withdrawn. */
    public void forget(CaseId id) {
        database.deleteFrom(CASE_ENDING).where(CASE_ENDING.CASE_ID.eq(id.value())).execute();
    }

    public Optional<CaseEnding> find(CaseId id) {
        return database.selectFrom(CASE_ENDING).where(CASE_ENDING.CASE_ID.eq(id.value())).fetchOptional().map(JooqEndings::toEnding);
    }

    private static CaseEnding toEnding(CaseEndingRecord row) {
        return new CaseEnding(new CaseId(row.getCaseId()), row.getCaseNumber(), Optional.ofNullable(row.getSymptomCode()),
                Optional.ofNullable(row.getFamily()), Optional.ofNullable(row.getModelCode()), List.of(row.getCauses()), row.getVisits(),
                row.getVisitsInVain(), Optional.ofNullable(row.getSolved()).map(CaseEnding.Solved::valueOf),
                Optional.ofNullable(row.getSolvedAt()), Optional.ofNullable(row.getFirstSolvedAt()), row.getReopened(), row.getWithArticle(),
                new OrgPath(row.getOrgPath()));
    }
}
