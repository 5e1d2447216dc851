package org.firstfix.diagnosis.storage;

import static org.firstfix.schema.diagnosis.Tables.OUTCOME;
import static org.firstfix.schema.diagnosis.Tables.REPEAT_FAULT;
import static org.firstfix.schema.diagnosis.Tables.TRUE_CAUSE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.cases.CaseId;
import org.firstfix.customer.SiteId;
import org.firstfix.diagnosis.domain.RepeatFault;
import org.firstfix.diagnosis.domain.RepeatFault.Earlier;
import org.firstfix.diagnosis.domain.RepeatFault.Kind;
import org.firstfix.diagnosis.domain.RepeatFault.Verdict;
import org.firstfix.diagnosis.domain.RepeatFaults;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.diagnosis.tables.records.RepeatFaultRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqRepeatFaults implements RepeatFaults {
    private final DSLContext database;

    JooqRepeatFaults(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<Earlier> lastAt(AssetId machine, CaseId besides, Instant before) {
        return last(OUTCOME.ASSET_ID.eq(machine.value()), besides, before);
    }

    @Override
    public Optional<Earlier> lastAt(SiteId site, Collection<String> causes, CaseId besides, Instant before) {
        return last(OUTCOME.SITE_ID.eq(site.value()).and(exists(selectOne().from(TRUE_CAUSE)
                .where(TRUE_CAUSE.CASE_ID.eq(OUTCOME.CASE_ID), TRUE_CAUSE.CAUSE_CODE.in(causes)))), besides, before);
    }

    private Optional<Earlier> last(Condition where, CaseId besides, Instant before) {
        return database.select(OUTCOME.CASE_ID, OUTCOME.CASE_NUMBER, OUTCOME.FOUND_AT).from(OUTCOME)
                .where(where, OUTCOME.CASE_ID.ne(besides.value()), OUTCOME.FOUND_AT.le(before))
                .orderBy(OUTCOME.FOUND_AT.desc()).limit(1)
                .fetchOptional(row -> new Earlier(new CaseId(row.value1()), row.value2(), row.value3()));
    }

    @Override
    public boolean hadCause(CaseId id, Collection<String> causes) {
        return database.fetchExists(TRUE_CAUSE, TRUE_CAUSE.CASE_ID.eq(id.value()), TRUE_CAUSE.CAUSE_CODE.in(causes));
    }

    @Override
    public Optional<RepeatFault> findForChange(CaseId id) {
        return database.selectFrom(REPEAT_FAULT).where(REPEAT_FAULT.CASE_ID.eq(id.value())).forUpdate().fetchOptional(JooqRepeatFaults::toRepeatFault);
    }

    @Override
    public void add(RepeatFault found) {
        database.insertInto(REPEAT_FAULT)
                .set(REPEAT_FAULT.CASE_ID, found.caseId().value())
                .set(REPEAT_FAULT.CASE_NUMBER, found.caseNumber())
                .set(REPEAT_FAULT.EARLIER_CASE_ID, found.earlierCaseId().value())
                .set(REPEAT_FAULT.EARLIER_CASE_NUMBER, found.earlierCaseNumber())
                .set(REPEAT_FAULT.KIND, found.kind().name())
                .set(REPEAT_FAULT.ASSET_ID, found.assetId().map(Id::value).orElse(null))
                .set(REPEAT_FAULT.SITE_ID, found.siteId().value())
                .set(REPEAT_FAULT.DAYS, found.days())
                .set(REPEAT_FAULT.FOUND_AT, found.foundAt())
                .set(REPEAT_FAULT.ORG_PATH, found.orgPath().value())
                .onConflictDoNothing().execute();
    }

    @Override
    public void compared(CaseId id, boolean sameCause) {
        database.update(REPEAT_FAULT).set(REPEAT_FAULT.SAME_CAUSE, sameCause).where(REPEAT_FAULT.CASE_ID.eq(id.value())).execute();
    }

    @Override
    public void judge(RepeatFault judged, Verdict verdict, String note, String byName, Instant at) {
        database.update(REPEAT_FAULT)
                .set(REPEAT_FAULT.VERDICT, verdict.name())
                .set(REPEAT_FAULT.VERDICT_NOTE, note)
                .set(REPEAT_FAULT.VERDICT_BY_NAME, byName)
                .set(REPEAT_FAULT.VERDICT_AT, at)
                .set(REPEAT_FAULT.VERSION, judged.version() + 1)
                .where(REPEAT_FAULT.CASE_ID.eq(judged.caseId().value())).execute();
    }

    private static RepeatFault toRepeatFault(RepeatFaultRecord row) {
        return new RepeatFault(new CaseId(row.getCaseId()), row.getCaseNumber(), new CaseId(row.getEarlierCaseId()), row.getEarlierCaseNumber(),
                Kind.valueOf(row.getKind()), Optional.ofNullable(row.getAssetId()).map(AssetId::new), new SiteId(row.getSiteId()), row.getDays(),
                Optional.ofNullable(row.getSameCause()), row.getFoundAt(), Optional.ofNullable(row.getVerdict()).map(Verdict::valueOf),
                new OrgPath(row.getOrgPath()), row.getVersion());
    }
}
