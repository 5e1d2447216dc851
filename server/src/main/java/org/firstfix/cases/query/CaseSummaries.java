package org.firstfix.cases.query;

import static org.firstfix.schema.cases.Tables.SERVICE_CASE;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.CaseSummary;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.cases.tables.records.ServiceCaseRecord;
import org.jooq.DSLContext;

/** Cases as other modules see them. */
@Query
public class CaseSummaries {
    private final DSLContext database;

    CaseSummaries(DSLContext database) {
        this.database = database;
    }

    public Map<CaseId, CaseSummary> get(Collection<CaseId> ids) {
        Map<CaseId, CaseSummary> found = new HashMap<>();
        database.selectFrom(SERVICE_CASE).where(SERVICE_CASE.ID.in(ids.stream().map(Id::value).distinct().toList()))
                .forEach(row -> found.put(new CaseId(row.getId()), summary(row)));
        return found;
    }

    public Optional<CaseSummary> find(String number) {
        return database.selectFrom(SERVICE_CASE).where(SERVICE_CASE.NUMBER.eq(number)).fetchOptional().map(CaseSummaries::summary);
    }

    public List<CaseSummary> latest(int most) {
        return database.selectFrom(SERVICE_CASE).orderBy(SERVICE_CASE.REPORTED_AT.desc(), SERVICE_CASE.ID.desc()).limit(most)
                .fetch(CaseSummaries::summary);
    }

    public Optional<String> resolutionOf(CaseId id) {
        return database.select(SERVICE_CASE.RESOLUTION).from(SERVICE_CASE).where(SERVICE_CASE.ID.eq(id.value())).fetchOptional(SERVICE_CASE.RESOLUTION);
    }

    private static CaseSummary summary(ServiceCaseRecord row) {
        return new CaseSummary(new CaseId(row.getId()), row.getNumber(), CaseStatus.valueOf(row.getStatus()),
                row.getSubject(), row.getDescription(), Optional.ofNullable(row.getSymptomCode()),
                new AccountId(row.getAccountId()), new SiteId(row.getSiteId()),
                Optional.ofNullable(row.getContactId()).map(ContactId::new),
                Optional.ofNullable(row.getAssetId()).map(AssetId::new),
                Optional.ofNullable(row.getContractLineId()).map(ContractLineId::new), Optional.ofNullable(row.getModelCode()),
                Optional.ofNullable(row.getFamily()), Priority.valueOf(row.getPriority()), row.getReportedAt(),
                Optional.ofNullable(row.getDueAt()), Optional.ofNullable(row.getDedicatedEngineerId()).map(PersonId::new),
                row.getCriticalWatch(), new OrgPath(row.getOrgPath()));
    }
}
