package org.firstfix.customer.storage;

import static org.firstfix.schema.customer.Sequences.ACCOUNT_NUMBER;
import static org.firstfix.schema.customer.Tables.ACCOUNT;
import static org.firstfix.schema.customer.Tables.CONTACT;
import static org.firstfix.schema.customer.Tables.INTERACTION;
import static org.firstfix.schema.customer.Tables.PROMISE;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.domain.Account;
import org.firstfix.customer.domain.AccountTier;
import org.firstfix.customer.domain.Accounts;
import org.firstfix.organization.OrgUnitId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.search.Pinyin;
import org.firstfix.schema.customer.tables.records.AccountRecord;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

@Component
class JooqAccounts implements Accounts {
    /** Any fixed number: whoever rearranges groups holds it until the end of the transaction. */
    private static final long GROUPS = 0x0f1f_0001L;
    private static final int DEEPEST_GROUP = 50;

    private final DSLContext database;

    JooqAccounts(DSLContext database) {
        this.database = database;
    }

    @Override
    public Account add(Account.Facts facts, Instant createdAt) {
        long next = database.nextval(ACCOUNT_NUMBER);
        AccountRecord row = database.newRecord(ACCOUNT);
        row.setNumber("CU-%06d".formatted(next));
        row.setCreatedAt(createdAt);
        write(facts, row);
        row.store();
        row.refresh();
        return read(row);
    }

    @Override
    public Optional<Account> findByNumber(String number) {
        return database.selectFrom(ACCOUNT).where(ACCOUNT.NUMBER.eq(number)).fetchOptional(JooqAccounts::read);
    }

    @Override
    public Optional<Account> findForChange(String number) {
        return database.selectFrom(ACCOUNT).where(ACCOUNT.NUMBER.eq(number)).forNoKeyUpdate()
                .fetchOptional(JooqAccounts::read);
    }

    @Override
    public void save(Account changed) {
        AccountRecord row = database.newRecord(ACCOUNT);
        write(changed.facts(), row);
        row.setVersion(changed.version());
        UUID id = changed.id().value();
        database.update(ACCOUNT).set(row).where(ACCOUNT.ID.eq(id)).execute();
        String path = changed.facts().orgPath().value();
        database.update(CONTACT).set(CONTACT.ORG_PATH, path)
                .where(CONTACT.ACCOUNT_ID.eq(id), CONTACT.SITE_ID.isNull(), CONTACT.ORG_PATH.ne(path)).execute();
        database.update(INTERACTION).set(INTERACTION.ORG_PATH, path)
                .where(INTERACTION.ACCOUNT_ID.eq(id), INTERACTION.ORG_PATH.ne(path)).execute();
        database.update(PROMISE).set(PROMISE.ORG_PATH, path)
                .where(PROMISE.ACCOUNT_ID.eq(id), PROMISE.ORG_PATH.ne(path)).execute();
    }

    @Override
    public List<AccountId> lineageOf(AccountId account) {
        Table<?> lineage = DSL.table(name("lineage"));
        var id = DSL.field(name("lineage", "id"), UUID.class);
        var parent = DSL.field(name("lineage", "parent_account_id"), UUID.class);
        var depth = DSL.field(name("lineage", "depth"), Integer.class);
        return database.withRecursive("lineage", "id", "parent_account_id", "depth")
                .as(select(ACCOUNT.ID, ACCOUNT.PARENT_ACCOUNT_ID, DSL.inline(0)).from(ACCOUNT)
                        .where(ACCOUNT.ID.eq(account.value()))
                        .unionAll(select(ACCOUNT.ID, ACCOUNT.PARENT_ACCOUNT_ID, depth.plus(1)).from(ACCOUNT)
                                .join(lineage).on(ACCOUNT.ID.eq(parent)).where(depth.lt(DEEPEST_GROUP))))
                .select(id).from(lineage).orderBy(depth)
                .fetch(row -> new AccountId(row.value1()));
    }

    @Override
    public void lockGroups() {
        database.selectOne().from("pg_advisory_xact_lock({0})", DSL.val(GROUPS)).execute();
    }

    private static void write(Account.Facts facts, AccountRecord row) {
        row.setName(facts.name());
        row.setShortName(facts.shortName());
        row.setSortKey(Pinyin.sortKey(facts.name()));
        row.setParentAccountId(facts.parent().map(AccountId::value).orElse(null));
        row.setDebtorAccountId(facts.debtor().map(AccountId::value).orElse(null));
        row.setTier(facts.tier().name());
        row.setIndustry(facts.industry());
        row.setLanguage(facts.language());
        row.setOverdue(facts.overdue());
        row.setRemarks(facts.remarks());
        row.setActive(facts.active());
        row.setOrgUnitId(facts.orgUnitId().value());
        row.setOrgPath(facts.orgPath().value());
    }

    private static Account read(AccountRecord row) {
        return new Account(new AccountId(row.getId()), row.getNumber(),
                new Account.Facts(row.getName(), row.getShortName(),
                        Optional.ofNullable(row.getParentAccountId()).map(AccountId::new),
                        Optional.ofNullable(row.getDebtorAccountId()).map(AccountId::new),
                        AccountTier.valueOf(row.getTier()), row.getIndustry(), row.getLanguage(), row.getOverdue(),
                        row.getRemarks(), row.getActive(), new OrgUnitId(row.getOrgUnitId()), new OrgPath(row.getOrgPath())),
                row.getCreatedAt(), row.getVersion());
    }
}
