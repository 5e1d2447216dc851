package org.firstfix.cases.query;

import static org.firstfix.schema.cases.Tables.PHONE_CALL;
import static org.firstfix.schema.cases.Tables.SERVICE_CASE;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.domain.PhoneCall.Status;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.cases.tables.records.PhoneCallRecord;
import org.jooq.DSLContext;

/** Who called, newest first. Row-level security keeps each branch to its own calls. */
@Query
public class CallLog {
    private static final String ORDER = "rang";
    private static final int MOST_CALLERS = 5;

    private final DSLContext database;
    private final BranchFilter branches;
    private final CustomerApi customers;

    CallLog(DSLContext database, BranchFilter branches, CustomerApi customers) {
        this.database = database;
        this.branches = branches;
        this.customers = customers;
    }

    /** @param callers who calls from that number: none if it is unknown, several if they share it */
    public record Line(UUID id, String number, Status status, Instant rangAt, Optional<Instant> answeredAt, Optional<Instant> endedAt,
            String agentName, boolean mine, Optional<String> caseNumber, List<Caller> callers) {}

    public record Caller(String name, String jobTitle, String accountNumber, String accountName) {}

    public Page<Line> recent(Optional<Status> status, PageRequest page) {
        var select = database.selectFrom(PHONE_CALL).where(branches.within(PHONE_CALL.BRANCH, Actors.current().scope()));
        status.ifPresent(wanted -> select.and(PHONE_CALL.STATUS.eq(wanted.name())));
        page.after(ORDER, 2).ifPresent(cursor -> select.and(row(PHONE_CALL.RANG_AT, PHONE_CALL.ID).lt(cursor.instant(0), cursor.uuid(1))));
        List<PhoneCallRecord> rows = select.orderBy(PHONE_CALL.RANG_AT.desc(), PHONE_CALL.ID.desc()).limit(page.limit() + 1).fetch();
        Page<PhoneCallRecord> found = Page.of(rows, page.limit(), last -> Cursor.after(ORDER, last.getRangAt(), last.getId()));
        Map<String, List<Caller>> callers = callersFrom(found.items().stream().map(PhoneCallRecord::getShownNumber).toList());
        Map<UUID, String> numbers = database.select(SERVICE_CASE.ID, SERVICE_CASE.NUMBER).from(SERVICE_CASE)
                .where(SERVICE_CASE.ID.in(found.items().stream().map(PhoneCallRecord::getCaseId).filter(Objects::nonNull).toList()))
                .fetchMap(SERVICE_CASE.ID, SERVICE_CASE.NUMBER);
        return found.map(call -> line(call, callers.getOrDefault(call.getShownNumber(), List.of()), numbers));
    }

    public Line call(UUID id) {
        PhoneCallRecord call = database.selectFrom(PHONE_CALL).where(PHONE_CALL.ID.eq(id)).fetchOptional()
                .orElseThrow(() -> Problem.notFound("call", id));
        Map<UUID, String> numbers = call.getCaseId() == null ? Map.of() : database.select(SERVICE_CASE.ID, SERVICE_CASE.NUMBER)
                .from(SERVICE_CASE).where(SERVICE_CASE.ID.eq(call.getCaseId())).fetchMap(SERVICE_CASE.ID, SERVICE_CASE.NUMBER);
        return line(call, callersFrom(List.of(call.getShownNumber())).getOrDefault(call.getShownNumber(), List.of()), numbers);
    }

    /** Who calls from each number; one question for the contacts of all calls of a page, one for their customers. */
    private Map<String, List<Caller>> callersFrom(List<String> numbers) {
        Map<String, List<ContactSummary>> contacts = customers.contactsByPhones(numbers);
        Map<AccountId, AccountSummary> accounts = contacts.isEmpty() ? Map.of() : customers.accounts(contacts.values().stream()
                .flatMap(List::stream).map(ContactSummary::accountId).distinct().toList());
        Map<String, List<Caller>> callers = new HashMap<>();
        contacts.forEach((number, people) -> callers.put(number, people.stream()
                .filter(contact -> accounts.containsKey(contact.accountId())).limit(MOST_CALLERS).map(contact -> {
                    AccountSummary account = accounts.get(contact.accountId());
                    return new Caller(contact.name(), contact.jobTitle(), account.number(), account.name());
                }).toList()));
        return callers;
    }

    private static Line line(PhoneCallRecord call, List<Caller> callers, Map<UUID, String> caseNumbers) {
        boolean mine = call.getAgentUserId() != null
                && Actors.current().userId().filter(user -> user.value().equals(call.getAgentUserId())).isPresent();
        return new Line(call.getId(), call.getShownNumber(), Status.valueOf(call.getStatus()), call.getRangAt(),
                Optional.ofNullable(call.getAnsweredAt()), Optional.ofNullable(call.getEndedAt()), call.getAgentName(), mine,
                Optional.ofNullable(call.getCaseId()).map(caseNumbers::get), callers);
    }
}
