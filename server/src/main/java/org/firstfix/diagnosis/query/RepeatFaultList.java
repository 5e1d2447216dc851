package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.OUTCOME;
import static org.firstfix.schema.diagnosis.Tables.REPEAT_FAULT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.diagnosis.domain.HonestShare;
import org.firstfix.diagnosis.domain.RepeatFault.Kind;
import org.firstfix.diagnosis.domain.RepeatFault.Verdict;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.diagnosis.tables.records.RepeatFaultRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Faults that came back, and the rate of repairs at the first visit with and without them. */
@Query
public class RepeatFaultList {
    private static final String ORDER = "repeat-found";
    private static final List<String> CLEARING = Arrays.stream(Verdict.values()).filter(Verdict::clearsTheEarlierRepair).map(Enum::name).toList();

    private final DSLContext database;
    private final CaseApi cases;
    private final CustomerApi customers;
    private final AssetApi assets;

    RepeatFaultList(DSLContext database, CaseApi cases, CustomerApi customers, AssetApi assets) {
        this.database = database;
        this.cases = cases;
        this.customers = customers;
        this.assets = assets;
    }

    /**
     * @param days between the earlier repair and the new report
     * @param sameCause none while the new fault is not found
     * @param verdict why it came back, in somebody's word; none while nobody has said
     * @param actions judge, if the caller may
     */
    public record Line(String caseNumber, String subject, String earlierCaseNumber, Kind kind, int days, Optional<Boolean> sameCause,
            String accountName, Optional<String> serial, Instant foundAt, Optional<Verdict> verdict, String verdictNote, String verdictBy, int version,
            List<String> actions) {}

    public Page<Line> of(DataScope scope, boolean openOnly, PageRequest page) {
        var select = database.selectFrom(REPEAT_FAULT).where(openOnly ? REPEAT_FAULT.VERDICT.isNull() : inline(true).isTrue());
        page.after(ORDER, 2).ifPresent(cursor -> select.and(row(REPEAT_FAULT.FOUND_AT, REPEAT_FAULT.CASE_ID).lt(cursor.instant(0), cursor.uuid(1))));
        List<RepeatFaultRecord> rows = select.orderBy(REPEAT_FAULT.FOUND_AT.desc(), REPEAT_FAULT.CASE_ID.desc()).limit(page.limit() + 1).fetch();
        Page<RepeatFaultRecord> found = Page.of(rows, page.limit(), last -> Cursor.after(ORDER, last.getFoundAt(), last.getCaseId()));
        Map<CaseId, CaseSummary> about = cases.get(found.items().stream().map(it -> new CaseId(it.getCaseId())).toList());
        Map<AccountId, AccountSummary> accounts = customers.accounts(about.values().stream().map(CaseSummary::accountId).distinct().toList());
        Map<AssetId, AssetSummary> machines = assets.assets(about.values().stream().flatMap(it -> it.assetId().stream()).distinct().toList());
        List<String> actions = Actors.current().may("diagnosis.review") ? List.of("judge") : List.of();
        return found.map(it -> {
            CaseSummary again = about.get(new CaseId(it.getCaseId()));
            AccountSummary account = accounts.get(again.accountId());
            return new Line(it.getCaseNumber(), again.subject(), it.getEarlierCaseNumber(), Kind.valueOf(it.getKind()), it.getDays(),
                    Optional.ofNullable(it.getSameCause()), account == null ? "" : account.name(),
                    again.assetId().map(machines::get).map(AssetSummary::serial), it.getFoundAt(), Optional.ofNullable(it.getVerdict()).map(Verdict::valueOf),
                    it.getVerdictNote(), it.getVerdictByName(), it.getVersion(), actions);
        });
    }

    /**
     * @param repaired cases that a visit repaired
     * @param atFirstVisit of those, the ones that took one visit
     * @param held of those, the ones that took one visit and did not come back
     */
    public record FirstTimeFix(int repaired, HonestShare atFirstVisit, HonestShare held) {}

    public FirstTimeFix firstTimeFix(Period period) {
        Condition first = OUTCOME.VISITS.eq(1);
        var counts = database.select(count(), count().filterWhere(first), count().filterWhere(first.and(not(cameBack())))).from(OUTCOME)
                .where(OUTCOME.VISITS.ge(1), OUTCOME.FOUND_AT.ge(period.from()), OUTCOME.FOUND_AT.lt(period.to())).fetchSingle();
        return new FirstTimeFix(counts.value1(), HonestShare.of(counts.value2(), counts.value1()), HonestShare.of(counts.value3(), counts.value1()));
    }

    /** The same machine again, unless somebody found that it was another fault or the customer's side. */
    private static Condition cameBack() {
        return exists(selectOne().from(REPEAT_FAULT).where(REPEAT_FAULT.EARLIER_CASE_ID.eq(OUTCOME.CASE_ID),
                REPEAT_FAULT.KIND.eq(Kind.SAME_MACHINE.name()), REPEAT_FAULT.VERDICT.isNull().or(REPEAT_FAULT.VERDICT.notIn(CLEARING))));
    }
}
