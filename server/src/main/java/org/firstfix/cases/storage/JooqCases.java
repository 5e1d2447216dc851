package org.firstfix.cases.storage;

import static org.firstfix.schema.cases.Sequences.CASE_NUMBER;
import static org.firstfix.schema.cases.Tables.SERVICE_CASE;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetId;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.Case.Coverage;
import org.firstfix.cases.domain.Case.Facts;
import org.firstfix.cases.domain.Case.Report;
import org.firstfix.cases.domain.Case.Standing;
import org.firstfix.cases.domain.Case.Waiting;
import org.firstfix.cases.domain.Cases;
import org.firstfix.cases.domain.Channel;
import org.firstfix.contract.Impact;
import org.firstfix.cases.domain.Urgency;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.cases.tables.records.ServiceCaseRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JooqCases implements Cases {
    private final DSLContext database;

    JooqCases(DSLContext database) {
        this.database = database;
    }

    @Override
    public Name nextName(int year) {
        var row = database.select(DSL.field("uuidv7()", UUID.class), CASE_NUMBER.nextval()).fetchSingle();
        return new Name(new CaseId(row.value1()), "C-%d-%06d".formatted(year, row.value2()));
    }

    @Override
    public Optional<Case> find(String number) {
        return database.selectFrom(SERVICE_CASE).where(SERVICE_CASE.NUMBER.eq(number)).fetchOptional().map(JooqCases::toCase);
    }

    @Override
    public Optional<Case> find(CaseId id) {
        return database.selectFrom(SERVICE_CASE).where(SERVICE_CASE.ID.eq(id.value())).fetchOptional().map(JooqCases::toCase);
    }

    @Override
    public Optional<Case> findForChange(String number) {
        return find(SERVICE_CASE.NUMBER.eq(number));
    }

    @Override
    public Optional<Case> findForChange(CaseId id) {
        return find(SERVICE_CASE.ID.eq(id.value()));
    }

    private Optional<Case> find(Condition condition) {
        return database.selectFrom(SERVICE_CASE).where(condition).forUpdate().fetchOptional().map(JooqCases::toCase);
    }

    @Override
    public void add(Case received) {
        ServiceCaseRecord row = database.newRecord(SERVICE_CASE);
        Report report = received.report();
        row.setId(report.id().value());
        row.setNumber(report.number());
        row.setChannel(report.channel().name());
        row.setAccountId(report.accountId().value());
        row.setSiteId(report.siteId().value());
        row.setContactId(value(report.contactId()));
        row.setReportedAt(report.reportedAt());
        row.setEnteredAt(report.enteredAt());
        row.setEnteredBy(value(report.enteredBy()));
        row.setDedicatedEngineerId(value(report.dedicatedEngineer()));
        row.setOrgPath(report.orgPath().value());
        row.setVersion(0);
        write(received, row);
        row.insert();
    }

    @Override
    public void save(Case changed) {
        ServiceCaseRecord row = database.newRecord(SERVICE_CASE);
        write(changed, row);
        row.setVersion(changed.version() + 1);
        int rows = database.update(SERVICE_CASE).set(row)
                .where(SERVICE_CASE.ID.eq(changed.key()), SERVICE_CASE.VERSION.eq(changed.version())).execute();
        if (rows != 1) {
            throw new IllegalStateException(changed.number() + " was saved twice in one step, or not locked.");
        }
    }

    @Override
    public void dueChanged(CaseId id, Optional<Instant> dueAt, boolean atRisk) {
        database.update(SERVICE_CASE).set(SERVICE_CASE.DUE_AT, dueAt.orElse(null)).set(SERVICE_CASE.AT_RISK, atRisk)
                .where(SERVICE_CASE.ID.eq(id.value()),
                        SERVICE_CASE.DUE_AT.isDistinctFrom(dueAt.orElse(null)).or(SERVICE_CASE.AT_RISK.ne(atRisk))).execute();
    }

    private static void write(Case from, ServiceCaseRecord row) {
        Facts facts = from.facts();
        row.setSubject(facts.subject());
        row.setDescription(facts.description());
        row.setSymptomCode(facts.symptomCode().orElse(null));
        row.setAssetId(value(facts.assetId()));
        row.setModelCode(facts.modelCode().orElse(null));
        row.setFamily(facts.family().orElse(null));
        row.setImpact(facts.impact().name());
        row.setUrgency(facts.urgency().name());
        row.setPriority(facts.priority().name());
        row.setCoverageCode(from.coverage().code().orElse(null));
        row.setContractLineId(value(from.coverage().lineId()));
        Standing standing = from.standing();
        row.setStatus(standing.status().name());
        row.setOwnerUserId(value(standing.owner()));
        row.setDueAt(standing.dueAt().orElse(null));
        row.setAtRisk(standing.atRisk());
        row.setRespondedAt(standing.respondedAt().orElse(null));
        row.setWaitingFrom(standing.waiting().map(waiting -> waiting.from().name()).orElse(null));
        row.setWaitingSince(standing.waiting().map(Waiting::since).orElse(null));
        row.setWaitingReason(standing.waiting().map(Waiting::reason).orElse(""));
        row.setRemoteCauseCode(standing.remoteCause().orElse(null));
        row.setResolution(standing.resolution());
        row.setReopened(standing.reopened());
        row.setCriticalWatch(standing.criticalWatch());
        row.setSecondVisit(standing.secondVisit());
        row.setSecondVisitReason(standing.secondVisitReason());
        row.setClosedAt(standing.closedAt().orElse(null));
    }

    private static Case toCase(ServiceCaseRecord row) {
        Report report = new Report(new CaseId(row.getId()), row.getNumber(), Channel.valueOf(row.getChannel()),
                new AccountId(row.getAccountId()), new SiteId(row.getSiteId()),
                Optional.ofNullable(row.getContactId()).map(ContactId::new), row.getReportedAt(), row.getEnteredAt(),
                Optional.ofNullable(row.getEnteredBy()).map(UserId::new),
                Optional.ofNullable(row.getDedicatedEngineerId()).map(PersonId::new), new OrgPath(row.getOrgPath()));
        Facts facts = new Facts(row.getSubject(), row.getDescription(), Optional.ofNullable(row.getSymptomCode()),
                Optional.ofNullable(row.getAssetId()).map(AssetId::new), Optional.ofNullable(row.getModelCode()),
                Optional.ofNullable(row.getFamily()), Impact.valueOf(row.getImpact()), Urgency.valueOf(row.getUrgency()),
                Priority.valueOf(row.getPriority()));
        Coverage coverage = new Coverage(Optional.ofNullable(row.getCoverageCode()),
                Optional.ofNullable(row.getContractLineId()).map(ContractLineId::new));
        Optional<Waiting> waiting = Optional.ofNullable(row.getWaitingFrom())
                .map(from -> new Waiting(CaseStatus.valueOf(from), row.getWaitingSince(), row.getWaitingReason()));
        Standing standing = new Standing(CaseStatus.valueOf(row.getStatus()),
                Optional.ofNullable(row.getOwnerUserId()).map(UserId::new), Optional.ofNullable(row.getDueAt()),
                row.getAtRisk(), Optional.ofNullable(row.getRespondedAt()), waiting,
                Optional.ofNullable(row.getRemoteCauseCode()), row.getResolution(), row.getReopened(),
                row.getCriticalWatch(), row.getSecondVisit(), row.getSecondVisitReason(),
                Optional.ofNullable(row.getClosedAt()));
        return Case.restored(report, facts, coverage, standing, row.getVersion());
    }

    private static @Nullable UUID value(Optional<? extends Id> id) {
        return id.map(Id::value).orElse(null);
    }
}
