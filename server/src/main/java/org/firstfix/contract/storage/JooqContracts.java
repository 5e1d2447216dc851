package org.firstfix.contract.storage;

import static org.firstfix.schema.contract.Sequences.CONTRACT_NUMBER;
import static org.firstfix.schema.contract.Tables.CONTRACT_;
import static org.firstfix.schema.contract.Tables.CONTRACT_LINE;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.contract.ContractId;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Quota;
import org.firstfix.contract.domain.Contract;
import org.firstfix.contract.domain.ContractLine;
import org.firstfix.contract.domain.ContractStatus;
import org.firstfix.contract.domain.LineScope;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.contract.tables.records.ContractLineRecord;
import org.firstfix.schema.contract.tables.records.ContractRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Contracts with their lines. */
@Component
public class JooqContracts {
    private final DSLContext database;
    private final StoredPauseRights storedRights;
    private final StoredSpecialTargets storedTargets;

    JooqContracts(DSLContext database, StoredPauseRights storedRights, StoredSpecialTargets storedTargets) {
        this.database = database;
        this.storedRights = storedRights;
        this.storedTargets = storedTargets;
    }

    /** The next free number, for example {@code HT-2026-001001}. */
    public String nextNumber(int year) {
        return "HT-%d-%06d".formatted(year, database.nextval(CONTRACT_NUMBER));
    }

    /** @return false if the number is taken */
    public boolean add(Contract contract, Instant at) {
        Contract.Terms terms = contract.terms();
        int added = database.insertInto(CONTRACT_)
                .set(CONTRACT_.ID, contract.id().value())
                .set(CONTRACT_.NUMBER, contract.number())
                .set(CONTRACT_.ACCOUNT_ID, contract.accountId().value())
                .set(CONTRACT_.TITLE, terms.title())
                .set(CONTRACT_.STARTS_ON, terms.startsOn())
                .set(CONTRACT_.ENDS_ON, terms.endsOn())
                .set(CONTRACT_.STATUS, contract.status().name())
                .set(CONTRACT_.STATUS_REASON, contract.statusReason())
                .set(CONTRACT_.SPECIAL_TERMS, terms.specialTerms())
                .set(CONTRACT_.AMOUNT, terms.amount().orElse(null))
                .set(CONTRACT_.CURRENCY, terms.currency())
                .set(CONTRACT_.PAUSE_RIGHTS, storedRights.write(terms.pauseRights()))
                .set(CONTRACT_.ORG_PATH, contract.orgPath().value())
                .set(CONTRACT_.CREATED_AT, at)
                .set(CONTRACT_.VERSION, contract.version())
                .onConflict(CONTRACT_.NUMBER).doNothing().execute();
        if (added == 1) {
            writeLines(contract);
        }
        return added == 1;
    }

    public Optional<Contract> find(String number) {
        return database.selectFrom(CONTRACT_).where(CONTRACT_.NUMBER.eq(number)).fetchOptional().map(this::withLines);
    }

    /** The contract, kept from changes by others until the transaction ends. */
    public Optional<Contract> lock(String number) {
        return database.selectFrom(CONTRACT_).where(CONTRACT_.NUMBER.eq(number)).forUpdate().fetchOptional().map(this::withLines);
    }

    /** Contracts in force whose last day lies before that day. */
    public List<Contract> lockRunOut(LocalDate day, int limit) {
        return database.selectFrom(CONTRACT_)
                // Written out and not bound, so that those that ended long ago are passed by.
                .where(CONTRACT_.STATUS.in(inline(ContractStatus.ACTIVE.name()), inline(ContractStatus.SUSPENDED.name())), CONTRACT_.ENDS_ON.lt(day))
                .orderBy(CONTRACT_.ENDS_ON).limit(limit).forUpdate().skipLocked().fetch(this::withLines);
    }

    /** Saves what changed; the version goes up by one. */
    public Contract save(Contract contract) {
        Contract.Terms terms = contract.terms();
        database.update(CONTRACT_)
                .set(CONTRACT_.TITLE, terms.title())
                .set(CONTRACT_.STARTS_ON, terms.startsOn())
                .set(CONTRACT_.ENDS_ON, terms.endsOn())
                .set(CONTRACT_.STATUS, contract.status().name())
                .set(CONTRACT_.STATUS_REASON, contract.statusReason())
                .set(CONTRACT_.SPECIAL_TERMS, terms.specialTerms())
                .set(CONTRACT_.AMOUNT, terms.amount().orElse(null))
                .set(CONTRACT_.CURRENCY, terms.currency())
                .set(CONTRACT_.PAUSE_RIGHTS, storedRights.write(terms.pauseRights()))
                .set(CONTRACT_.VERSION, contract.version() + 1)
                .where(CONTRACT_.ID.eq(contract.id().value())).execute();
        database.deleteFrom(CONTRACT_LINE).where(CONTRACT_LINE.CONTRACT_ID.eq(contract.id().value())).execute();
        writeLines(contract);
        return find(contract.number()).orElseThrow();
    }

    private void writeLines(Contract contract) {
        database.batchInsert(contract.lines().stream().map(line -> {
            ContractLineRecord row = database.newRecord(CONTRACT_LINE);
            row.setId(line.id().value());
            row.setContractId(contract.id().value());
            row.setPosition(line.position());
            row.setCoverageCode(line.coverageCode());
            row.setCovers(line.covers().name());
            row.setAssetId(line.assetId().map(Id::value).orElse(null));
            row.setSiteId(line.siteId().map(Id::value).orElse(null));
            row.setFamily(line.family().orElse(null));
            row.setVisitsPerYear(line.visitsPerYear().orElse(null));
            row.setIncludedVisits(line.quota().visits().orElse(null));
            row.setIncludedHours(line.quota().hours().orElse(null));
            row.setSpecialTargets(storedTargets.write(line.specialTargets()));
            row.setEndsOn(line.endsOn().orElse(null));
            return row;
        }).toList()).execute();
    }

    private Contract withLines(ContractRecord row) {
        List<ContractLine> lines = database.selectFrom(CONTRACT_LINE).where(CONTRACT_LINE.CONTRACT_ID.eq(row.getId()))
                .orderBy(CONTRACT_LINE.POSITION).fetch(this::toLine);
        return new Contract(new ContractId(row.getId()), row.getNumber(), new AccountId(row.getAccountId()),
                ContractStatus.valueOf(row.getStatus()), row.getStatusReason(),
                new Contract.Terms(row.getTitle(), row.getStartsOn(), row.getEndsOn(), row.getSpecialTerms(),
                        Optional.ofNullable(row.getAmount()), row.getCurrency(), storedRights.read(row.getPauseRights())),
                lines, new OrgPath(row.getOrgPath()), row.getVersion());
    }

    private ContractLine toLine(ContractLineRecord row) {
        return new ContractLine(new ContractLineId(row.getId()), row.getPosition(), row.getCoverageCode(),
                LineScope.valueOf(row.getCovers()), Optional.ofNullable(row.getAssetId()).map(AssetId::new),
                Optional.ofNullable(row.getSiteId()).map(SiteId::new), Optional.ofNullable(row.getFamily()),
                Optional.ofNullable(row.getVisitsPerYear()),
                new Quota(Optional.ofNullable(row.getIncludedVisits()), Optional.ofNullable(row.getIncludedHours())),
                storedTargets.read(row.getSpecialTargets()), Optional.ofNullable(row.getEndsOn()));
    }
}
