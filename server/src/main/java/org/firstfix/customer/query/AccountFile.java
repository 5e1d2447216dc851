package org.firstfix.customer.query;

import static org.firstfix.schema.customer.Tables.ACCOUNT;
import static org.firstfix.schema.customer.Tables.CONTACT;
import static org.firstfix.schema.customer.Tables.INTERACTION;
import static org.firstfix.schema.customer.Tables.PROMISE;
import static org.firstfix.schema.customer.Tables.SITE;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.domain.AccountTier;
import org.firstfix.organization.OrgUnitId;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.platform.work.Work;
import org.firstfix.schema.customer.tables.records.AccountRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** One customer at a glance. */
@Query
public class AccountFile {
    private static final int MOST_IN_A_GROUP = 500;

    private final DSLContext database;
    private final OrganizationApi organization;
    private final CustomerLookup customers;
    private final Work work;
    private final Clock clock;

    AccountFile(DSLContext database, OrganizationApi organization, CustomerLookup customers, Work work, Clock clock) {
        this.database = database;
        this.organization = organization;
        this.customers = customers;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param parentName the parent's name; nothing if it lies outside what the reader may see
     * @param debtorName the legal person that owes the money; nothing as above
     * @param actions change, register-site, register-contact, record-interaction, make-promise
     */
    public record AccountView(AccountId id, String number, String name, String shortName, AccountTier tier, String industry,
            String language, boolean overdue, String remarks, boolean active, String orgUnitCode, String orgUnitNameZh,
            String orgUnitNameEn, @Nullable String parentNumber, @Nullable String parentName, @Nullable String debtorNumber,
            @Nullable String debtorName, int subsidiaries, int sites, int contacts, int openPromises, int overduePromises,
            @Nullable Instant nextPromiseDueAt, @Nullable Instant lastContactAt, Instant createdAt, int version,
            List<String> actions) {}

    /** @param parentNumber nothing for the head of what the reader may see */
    public record GroupMember(String number, String name, AccountTier tier, boolean overdue, boolean active,
            @Nullable String parentNumber, boolean asked) {}

    /** @throws Problem 404 */
    public AccountView show(String number) {
        AccountRecord account = database.selectFrom(ACCOUNT).where(ACCOUNT.NUMBER.eq(number)).fetchOptional()
                .orElseThrow(() -> Problem.notFound("account", number));
        UUID id = account.getId();
        Instant now = clock.instant();
        OrgUnitSummary unit = organization.unit(new OrgUnitId(account.getOrgUnitId()));
        Condition open = PROMISE.ACCOUNT_ID.eq(id).and(PROMISE.STATUS.eq("OPEN"));
        Named parent = named(account.getParentAccountId());
        Named debtor = named(account.getDebtorAccountId());
        return new AccountView(new AccountId(id), account.getNumber(), account.getName(), account.getShortName(),
                AccountTier.valueOf(account.getTier()), account.getIndustry(), account.getLanguage(), account.getOverdue(),
                account.getRemarks(), account.getActive(), unit.code(), unit.nameZh(), unit.nameEn(), parent.number(), parent.name(),
                debtor.number(), debtor.name(), database.fetchCount(ACCOUNT, ACCOUNT.PARENT_ACCOUNT_ID.eq(id)),
                database.fetchCount(SITE, SITE.ACCOUNT_ID.eq(id).and(SITE.ACTIVE.isTrue())),
                database.fetchCount(CONTACT, CONTACT.ACCOUNT_ID.eq(id).and(CONTACT.ACTIVE.isTrue())),
                database.fetchCount(PROMISE, open), database.fetchCount(PROMISE, open.and(PROMISE.DUE_AT.lt(now))),
                database.select(PROMISE.DUE_AT).from(PROMISE).where(open).orderBy(PROMISE.DUE_AT).limit(1).fetchOne(PROMISE.DUE_AT),
                database.select(INTERACTION.OCCURRED_AT).from(INTERACTION).where(INTERACTION.ACCOUNT_ID.eq(id))
                        .orderBy(INTERACTION.OCCURRED_AT.desc()).limit(1).fetchOne(INTERACTION.OCCURRED_AT),
                account.getCreatedAt(), account.getVersion(), actions(Actors.current()));
    }

    /** The group as far as the reader may see it, parents before children; the account itself is marked. */
    public List<GroupMember> group(String number) {
        AccountId asked = customers.accountByNumber(number).orElseThrow(() -> Problem.notFound("account", number)).id();
        List<AccountId> parents = customers.parentsOf(asked);
        List<UUID> ids = customers.groupOf(parents.isEmpty() ? asked : parents.getLast()).stream().limit(MOST_IN_A_GROUP)
                .map(AccountId::value).toList();
        Map<UUID, AccountRecord> members = database.selectFrom(ACCOUNT).where(ACCOUNT.ID.in(ids)).fetch().stream()
                .collect(Collectors.toMap(AccountRecord::getId, Function.identity()));
        return ids.stream().map(members::get).filter(member -> member != null).map(member -> new GroupMember(member.getNumber(),
                member.getName(), AccountTier.valueOf(member.getTier()), member.getOverdue(), member.getActive(),
                Optional.ofNullable(members.get(member.getParentAccountId())).map(AccountRecord::getNumber).orElse(null),
                member.getId().equals(asked.value()))).toList();
    }

    private record Named(@Nullable String number, @Nullable String name) {}

    /** The number of a parent or debtor is no secret inside the house; everything else about it is its branch's. */
    private Named named(@Nullable UUID id) {
        if (id == null) {
            return new Named(null, null);
        }
        String number = work.asTheHouse("customer groups", () -> database.select(ACCOUNT.NUMBER).from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id)).fetchOne(ACCOUNT.NUMBER));
        String name = database.select(ACCOUNT.NAME).from(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOne(ACCOUNT.NAME);
        return new Named(number, name);
    }

    private static List<String> actions(Actor actor) {
        List<String> actions = new ArrayList<>();
        if (actor.may("customer.maintain")) {
            actions.addAll(List.of("change", "register-site", "register-contact"));
        }
        if (actor.may("interaction.record")) {
            actions.add("record-interaction");
        }
        if (actor.may("promise.maintain")) {
            actions.add("make-promise");
        }
        return actions;
    }
}
