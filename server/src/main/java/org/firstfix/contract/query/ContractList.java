package org.firstfix.contract.query;

import static org.firstfix.schema.contract.Tables.CONTRACT_;
import static org.firstfix.schema.contract.Tables.CONTRACT_LINE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.contract.domain.ContractStatus;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Contracts in the order in which they end. */
@Query
public class ContractList {
    private static final String ORDER = "contract-end";

    private final DSLContext database;
    private final BranchFilter branches;
    private final CustomerApi customers;

    ContractList(DSLContext database, BranchFilter branches, CustomerApi customers) {
        this.database = database;
        this.branches = branches;
        this.customers = customers;
    }

    /** @param coverageCodes of the lines that are not withdrawn */
    public record Row(String number, String accountNumber, String accountName, String title, LocalDate startsOn, LocalDate endsOn,
            ContractStatus status, List<String> coverageCodes, int lines, Optional<BigDecimal> amount, String currency) {}

    /** @param account with the group's contracts that cover it left out: only what the account itself has signed */
    public record Filter(Optional<AccountId> account, Optional<ContractStatus> status, Optional<LocalDate> endingBefore,
            Optional<LocalDate> endingFrom, Optional<String> coverageCode) {}

    public Page<Row> show(DataScope scope, Filter filter, PageRequest page) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(branches.within(CONTRACT_.BRANCH, scope));
        filter.account().ifPresent(account -> conditions.add(CONTRACT_.ACCOUNT_ID.eq(account.value())));
        filter.status().ifPresent(status -> conditions.add(CONTRACT_.STATUS.eq(status.name())));
        filter.endingBefore().ifPresent(day -> conditions.add(CONTRACT_.ENDS_ON.lt(day)));
        filter.endingFrom().ifPresent(day -> conditions.add(CONTRACT_.ENDS_ON.ge(day)));
        filter.coverageCode().ifPresent(code -> conditions.add(CONTRACT_.ID.in(database.select(CONTRACT_LINE.CONTRACT_ID)
                .from(CONTRACT_LINE).where(CONTRACT_LINE.COVERAGE_CODE.eq(code)))));
        page.after(ORDER, 2).ifPresent(cursor -> conditions.add(
                row(CONTRACT_.ENDS_ON, CONTRACT_.NUMBER).gt(row(val(day(cursor)), val(cursor.text(1))))));
        List<? extends Record> found = database.selectFrom(CONTRACT_).where(conditions)
                .orderBy(CONTRACT_.ENDS_ON, CONTRACT_.NUMBER).limit(page.limit() + 1).fetch();
        return Page.of(rows(found), page.limit(), last -> Cursor.after(ORDER, last.endsOn(), last.number()));
    }

    private List<Row> rows(List<? extends Record> found) {
        Map<AccountId, AccountSummary> accounts = customers.accounts(
                found.stream().map(row -> new AccountId(row.get(CONTRACT_.ACCOUNT_ID))).collect(Collectors.toSet()));
        Map<UUID, List<Lines>> lines = database.select(CONTRACT_LINE.CONTRACT_ID, CONTRACT_LINE.COVERAGE_CODE, count()).from(CONTRACT_LINE)
                .where(CONTRACT_LINE.CONTRACT_ID.in(found.stream().map(row -> row.get(CONTRACT_.ID)).toList()),
                        CONTRACT_LINE.ENDS_ON.isNull())
                .groupBy(CONTRACT_LINE.CONTRACT_ID, CONTRACT_LINE.COVERAGE_CODE).fetch().stream()
                .collect(Collectors.groupingBy(row -> row.value1(),
                        Collectors.mapping(row -> new Lines(row.value2(), row.value3()), Collectors.toList())));
        return found.stream().map(row -> {
            Optional<AccountSummary> account = Optional.ofNullable(accounts.get(new AccountId(row.get(CONTRACT_.ACCOUNT_ID))));
            List<Lines> ofContract = lines.getOrDefault(row.get(CONTRACT_.ID), List.of());
            return new Row(row.get(CONTRACT_.NUMBER), account.map(AccountSummary::number).orElse(""),
                    account.map(AccountSummary::name).orElse(""), row.get(CONTRACT_.TITLE), row.get(CONTRACT_.STARTS_ON),
                    row.get(CONTRACT_.ENDS_ON), ContractStatus.valueOf(row.get(CONTRACT_.STATUS)),
                    List.copyOf(new TreeSet<>(ofContract.stream().map(Lines::coverageCode).toList())),
                    ofContract.stream().mapToInt(Lines::count).sum(), Optional.ofNullable(row.get(CONTRACT_.AMOUNT)),
                    row.get(CONTRACT_.CURRENCY));
        }).toList();
    }

    private record Lines(String coverageCode, int count) {}

    private static LocalDate day(Cursor cursor) {
        try {
            return LocalDate.parse(cursor.text(0));
        } catch (DateTimeParseException e) {
            throw Problem.invalid("platform.cursor-unknown", Map.of("cursor", cursor.encode()));
        }
    }
}
