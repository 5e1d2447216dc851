package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.DIAGNOSIS_;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseApi.Symptom;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.CaseSummary;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.diagnosis.tables.records.DiagnosisRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The workbench of technical support: what waits for a diagnosis or for a review, the most urgent first. */
@Query
public class DiagnosisQueue {
    private static final String ORDER = "urgent";

    private final DSLContext database;
    private final CaseApi cases;
    private final CustomerApi customers;
    private final AssetApi assets;

    DiagnosisQueue(DSLContext database, CaseApi cases, CustomerApi customers, AssetApi assets) {
        this.database = database;
        this.cases = cases;
        this.customers = customers;
        this.assets = assets;
    }

    public enum Waiting {
        DIAGNOSIS,
        REVIEW
    }

    /** @param visit from 1; more than 1 means that the first guess did not mend it */
    public record Line(String caseNumber, CaseStatus caseStatus, Priority priority, String subject, Optional<Symptom> symptom,
            String accountName, Optional<Machine> asset, Instant reportedAt, Optional<Instant> dueAt, Instant waitingSince, int visit,
            boolean criticalWatch, String recordedBy) {}

    public record Machine(String serial, String modelNameZh, String modelNameEn, String family) {}

    public Page<Line> of(Waiting what, DataScope scope, PageRequest page) {
        Condition waits = switch (what) {
            case DIAGNOSIS -> DIAGNOSIS_.STATUS.eq(inline("OPEN"));
            case REVIEW -> DIAGNOSIS_.REVIEW.eq(inline("PENDING"));
        };
        var select = database.selectFrom(DIAGNOSIS_).where(waits);
        scope.own().ifPresent(person -> select.and(DIAGNOSIS_.DEDICATED_ENGINEER_ID.eq(person.value())));
        page.after(ORDER, 3).ifPresent(cursor -> select.and(row(DIAGNOSIS_.PRIORITY, DIAGNOSIS_.OPENED_AT, DIAGNOSIS_.ID)
                .gt(cursor.text(0), cursor.instant(1), cursor.uuid(2))));
        List<DiagnosisRecord> rows = select.orderBy(DIAGNOSIS_.PRIORITY, DIAGNOSIS_.OPENED_AT, DIAGNOSIS_.ID).limit(page.limit() + 1).fetch();
        Page<DiagnosisRecord> found = Page.of(rows, page.limit(),
                last -> Cursor.after(ORDER, last.getPriority(), last.getOpenedAt(), last.getId()));
        Map<CaseId, CaseSummary> about = cases.get(found.items().stream().map(row -> new CaseId(row.getCaseId())).toList());
        Map<AccountId, AccountSummary> accounts = customers.accounts(about.values().stream().map(CaseSummary::accountId).distinct().toList());
        Map<AssetId, AssetSummary> machines = assets.assets(about.values().stream().flatMap(it -> it.assetId().stream()).distinct().toList());
        Map<String, Symptom> symptoms = cases.symptoms().stream().collect(Collectors.toMap(Symptom::code, it -> it));
        return found.map(waiting -> {
            CaseSummary it = about.get(new CaseId(waiting.getCaseId()));
            AccountSummary account = accounts.get(it.accountId());
            return new Line(it.number(), it.status(), it.priority(), it.subject(), it.symptomCode().map(symptoms::get),
                    account == null ? "" : account.name(), it.assetId().map(machines::get).map(asset ->
                            new Machine(asset.serial(), asset.modelNameZh(), asset.modelNameEn(), asset.family())),
                    it.reportedAt(), it.dueAt(), waiting.getOpenedAt(), waiting.getRound(), it.criticalWatch(), waiting.getRecordedByName());
        });
    }
}
