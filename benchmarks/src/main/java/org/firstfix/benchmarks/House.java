package org.firstfix.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.firstfix.customer.domain.PhoneNumber;
import org.firstfix.platform.search.Pinyin;
import org.firstfix.platform.search.SearchIndex.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Who and what there is before the first case: branches, people, customers, machines, contracts. */
final class House {
    private static final String[] CITIES = {"杭州", "宁波", "温州", "嘉兴", "湖州", "绍兴", "金华", "衢州", "舟山", "台州", "丽水",
            "上海", "南京", "苏州", "无锡", "合肥", "福州", "厦门", "南昌", "济南"};
    private static final String SYLLABLES = "维荣华信达通明远盛泰康宁安顺恒丰瑞祥嘉禾新科智联创博宏图天元正大中金海龙东方";
    private static final String[] TRADES = {"科技", "电子", "医疗器械", "物流", "银行", "机械制造", "纺织", "信息技术", "医院", "能源"};
    private static final String FAMILY_NAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静强磊洋艳勇军杰娟涛明超秀霞平刚";
    private static final String[] JOBS = {"IT 主管", "运维工程师", "财务", "信息中心主任", "采购经理"};
    private static final String[] POSITIONS = {"IT_MANAGER", "OPERATOR", "FINANCE", "CIO", "PURCHASING"};
    private static final String[][] MODELS = {{"7979Q7C", "x3650"}, {"7979R01", "x3650"}, {"7979F3A", "x3650"}, {"7974Q3F", "x3400"},
            {"888798X", "x3400"}, {"8840CFG", "x346"}, {"867071X", "x345"}, {"867512D", "8675"}};
    private static final String[][] MODEL_NAMES = {{"System x3650 服务器", "System x3650 server"}, {"System x3650 服务器", "System x3650 server"},
            {"System x3650 服务器", "System x3650 server"}, {"System x3400 服务器", "System x3400 server"},
            {"System x3400 服务器", "System x3400 server"}, {"xSeries 346 服务器", "xSeries 346 server"},
            {"xSeries 345 服务器", "xSeries 345 server"}, {"IBM 8675 服务器", "IBM 8675 server"}};
    private static final String[] COVERAGE = {"5x9", "7x24x8", "7x24x4"};
    private static final String[] TIERS = {"VIP", "IMPORTANT", "ORDINARY", "ORDINARY", "SMALL"};

    private final Connection connection;
    private final int accounts;
    private final int sites;
    private final int contacts;
    private final int assets;
    private final Random random = new Random(20_261_121);
    private final List<Branch> branches = new ArrayList<>();

    House(Connection connection, int cases) {
        this.connection = connection;
        accounts = Math.max(100, cases / 50);
        sites = accounts * 2;
        contacts = accounts * 3;
        assets = accounts * 10;
    }

    private record Branch(int index, UUID unit, String path, String city) {}

    private record Account(UUID id, String number, String name, String shortName, Branch branch, @Nullable String coverage, UUID line) {}

    private record Site(UUID id, Account account) {}

    private record Contact(UUID id, Site site, String name) {}

    void build() throws SQLException {
        units();
        people();
        List<Account> customers = accounts();
        List<Site> places = sites(customers);
        assets(places, contacts(places));
        contracts(customers);
        execute("""
                select setval('customer.account_number', 1001 + %d), setval('customer.site_number', 1001 + %d),
                  setval('asset.asset_number', 10001 + %d), setval('contract.contract_number', 1001 + %d)"""
                .formatted(accounts, sites, assets, accounts));
    }

    private void units() throws SQLException {
        for (String region : List.of("east", "south", "west", "north")) {
            execute("""
                    insert into organization.org_unit (code, kind, name_zh, name_en, path, zone)
                    select '%1$s', 'REGION', '%1$s', '%1$s', path || '%1$s', zone from organization.org_unit where kind = 'HEADQUARTERS'"""
                    .formatted(region));
        }
        String[] regions = {"east", "south", "west", "north"};
        for (int i = 0; i < BulkData.BRANCHES; i++) {
            UUID id = id();
            String code = "b%02d".formatted(i + 1);
            execute("""
                    insert into organization.org_unit (id, code, kind, name_zh, name_en, path, zone)
                    select '%s', '%2$s', 'BRANCH', '%3$s', '%2$s', path || '%2$s', zone from organization.org_unit where code = '%4$s'"""
                    .formatted(id, code, CITIES[i], regions[i % 4]));
            branches.add(new Branch(i, id, "house." + regions[i % 4] + "." + code, CITIES[i]));
        }
    }

    private void people() throws SQLException {
        // Cheap to check: signing in is not what is measured.
        String hash = new BCryptPasswordEncoder(4).encode(BulkData.PASSWORD);
        try (var add = connection.prepareStatement("""
                with unit as (select id, path from organization.org_unit where code = ?),
                  person as (insert into organization.person (org_unit_id, org_path, name)
                    select id, path, ? from unit returning id),
                  account as (insert into organization.user_account (person_id, user_name, password_hash, language, created_at)
                    select id, ?, ?, 'zh-CN', now() from person returning id),
                  engineer as (insert into dispatch.engineer (id, code, name, zone, org_path)
                    select person.id, ?, ?, 'Asia/Shanghai', unit.path from person, unit where ? = 'ENGINEER')
                insert into organization.role_assignment (user_id, role, org_unit_id) select account.id, ?, unit.id from account, unit""")) {
            for (Branch branch : branches) {
                String code = "b%02d".formatted(branch.index + 1);
                for (String role : List.of("AGENT", "AGENT", "AGENT", "DISPATCHER", "TECHNICAL_SUPPORT", "SERVICE_MANAGER", "SALES")) {
                    person(add, code, role, hash);
                }
                for (int i = 0; i < 10; i++) {
                    person(add, code, "ENGINEER", hash);
                }
            }
            for (String role : List.of("SERVICE_MANAGER", "SERVICE_MANAGER", "SERVICE_MANAGER", "DISPATCHER", "AGENT")) {
                person(add, "house", role, hash);
            }
        }
        execute("insert into dispatch.engineer_skill (engineer_id, skill_code, level) select id, 'SERVER', 3 from dispatch.engineer");
        execute("""
                insert into dispatch.shift (engineer_id, starts_at, ends_at, kind, org_path)
                select e.id, day + interval '30 minutes', day + interval '9 hours 30 minutes', 'NORMAL', e.org_path
                from dispatch.engineer e cross join generate_series(date_trunc('day', now()) - interval '60 days', now() + interval '30 days', interval '1 day') day""");
    }

    private int peopleSoFar;

    private void person(PreparedStatement add, String unit, String role, String hash) throws SQLException {
        peopleSoFar++;
        String userName = role.toLowerCase(Locale.ROOT) + peopleSoFar + "." + unit;
        String name = personName();
        String[] values = {unit, name, userName, hash, "E%04d".formatted(peopleSoFar), name, role, role};
        for (int i = 0; i < values.length; i++) {
            add.setString(i + 1, values[i]);
        }
        add.execute();
    }

    private List<Account> accounts() throws SQLException {
        List<Account> all = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            // The first branches are the large ones; the last has hardly any customers: its lists must not wade through the others' rows.
            Branch branch = i % (accounts / 4) == 3 ? branches.getLast()
                    : branches.get((int) ((BulkData.BRANCHES - 1) * Math.pow(random.nextDouble(), 1.6)));
            String shortName = branch.city + syllables(2);
            String name = shortName + TRADES[random.nextInt(TRADES.length)] + "有限公司";
            all.add(new Account(id(), "CU-%06d".formatted(1001 + i), name, shortName, branch,
                    random.nextInt(100) < 15 ? null : COVERAGE[random.nextInt(3)], id()));
            rows.add(TIERS[random.nextInt(TIERS.length)]);
        }
        try (Copy copy = new Copy(connection, "customer.account (id, number, name, short_name, sort_key, tier, overdue, org_unit_id, org_path, created_at)")) {
            for (int i = 0; i < accounts; i++) {
                Account it = all.get(i);
                copy.row(it.id, it.number, it.name, it.shortName, Pinyin.sortKey(it.name), rows.get(i), random.nextInt(50) == 0,
                        it.branch.unit, it.branch.path, "2022-01-01T00:00:00Z");
            }
        }
        try (Copy copy = search()) {
            for (Account it : all) {
                entries(copy, "account", it.id, it.number, it.name, it.shortName, it.branch.path,
                        new Tokens().endingWith(it.number).name(it.name).name(it.shortName));
            }
        }
        return all;
    }

    private List<Site> sites(List<Account> customers) throws SQLException {
        List<Site> all = new ArrayList<>();
        List<String[]> texts = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            Account account = customers.get(i < accounts ? i : random.nextInt(accounts));
            all.add(new Site(id(), account));
            texts.add(new String[] {account.branch.city + syllables(1) + "机房", syllables(2) + "路 " + (1 + random.nextInt(900)) + " 号"});
        }
        try (Copy copy = new Copy(connection, "customer.site (id, number, account_id, name, address, city, zone, latitude, longitude, org_unit_id, org_path)")) {
            for (int i = 0; i < sites; i++) {
                Site it = all.get(i);
                copy.row(it.id, "SI-%06d".formatted(1001 + i), it.account.id, texts.get(i)[0], texts.get(i)[1], it.account.branch.city,
                        "Asia/Shanghai", 30 + random.nextDouble(), 120 + random.nextDouble(), it.account.branch.unit, it.account.branch.path);
            }
        }
        try (Copy copy = search()) {
            for (int i = 0; i < sites; i++) {
                Site it = all.get(i);
                String number = "SI-%06d".formatted(1001 + i);
                entries(copy, "site", it.id, number, texts.get(i)[0], it.account.name + " · " + texts.get(i)[1], it.account.branch.path,
                        new Tokens().endingWith(number).name(texts.get(i)[0]).startingWith(texts.get(i)[1]));
            }
        }
        return all;
    }

    private List<Contact> contacts(List<Site> places) throws SQLException {
        List<Contact> all = new ArrayList<>();
        for (int i = 0; i < contacts; i++) {
            all.add(new Contact(id(), places.get(i < sites ? i : random.nextInt(sites)), personName()));
        }
        try (Copy copy = new Copy(connection, "customer.contact (id, account_id, site_id, name, job_title, position, phone, mobile, email, sort_key, org_path)")) {
            for (int i = 0; i < contacts; i++) {
                Contact it = all.get(i);
                copy.row(it.id, it.site.account.id, it.site.id, it.name, JOBS[i % 5], POSITIONS[i % 5], phone(i), mobile(i), email(i),
                        Pinyin.sortKey(it.name), it.site.account.branch.path);
            }
        }
        try (Copy copy = new Copy(connection, "customer.contact_number (contact_id, digits)")) {
            for (int i = 0; i < contacts; i++) {
                for (String written : List.of(phone(i), mobile(i))) {
                    for (String digits : PhoneNumber.digitsIn(written)) {
                        copy.row(all.get(i).id, digits);
                    }
                }
            }
        }
        try (Copy copy = search()) {
            for (int i = 0; i < contacts; i++) {
                Contact it = all.get(i);
                Tokens tokens = new Tokens().name(it.name).startingWith(email(i));
                PhoneNumber.digitsIn(mobile(i)).forEach(tokens::endingWith);
                PhoneNumber.digitsIn(phone(i)).forEach(tokens::endingWith);
                entries(copy, "contact", it.id, it.site.account.number, it.name, it.site.account.name + " · " + JOBS[i % 5],
                        it.site.account.branch.path, tokens);
            }
        }
        return all;
    }

    private void assets(List<Site> places, List<Contact> people) throws SQLException {
        execute("""
                create unlogged table bulk.asset (i integer primary key, id uuid, account_id uuid, site_id uuid, contact_id uuid, model text,
                  family text, account_name text, org_path ltree, coverage text, line_id uuid)""");
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < assets; i++) {
            ids.add(id());
        }
        try (Copy copy = new Copy(connection, "asset.asset (id, number, serial, model_code, account_id, site_id, user_contact_id, importance, used_for,"
                + " location, installed_on, warranty_start, warranty_end, org_path)")) {
            for (int i = 0; i < assets; i++) {
                Account account = places.get(i % sites).account;
                LocalDate installed = LocalDate.of(2017, 1, 1).plusDays(random.nextInt(3000));
                copy.row(ids.get(i), "AS-%07d".formatted(10_001 + i), serial(i), MODELS[i % MODELS.length][0], account.id, places.get(i % sites).id,
                        people.get(i % sites).id, i % 20 == 0 ? "CRITICAL" : i % 5 == 0 ? "HIGH" : "NORMAL", "ERP", location(i), installed,
                        installed, installed.plusYears(3), account.branch.path);
            }
        }
        try (Copy copy = new Copy(connection, "bulk.asset")) {
            for (int i = 0; i < assets; i++) {
                Account account = places.get(i % sites).account;
                copy.row(i, ids.get(i), account.id, places.get(i % sites).id, people.get(i % sites).id, MODELS[i % MODELS.length][0],
                        MODELS[i % MODELS.length][1], account.name, account.branch.path, account.coverage, account.line);
            }
        }
        try (Copy copy = search()) {
            for (int i = 0; i < assets; i++) {
                Account account = places.get(i % sites).account;
                String[] names = MODEL_NAMES[i % MODELS.length];
                entries(copy, "asset", ids.get(i), serial(i), names[1] + " · " + serial(i), account.name + " · " + location(i), account.branch.path,
                        new Tokens().endingWith(serial(i)).endingWith("AS-%07d".formatted(10_001 + i)).startingWith(MODELS[i % MODELS.length][0])
                                .startingWith(MODELS[i % MODELS.length][1]).name(names[1]).name(names[0]).name(location(i)));
            }
        }
    }

    private void contracts(List<Account> customers) throws SQLException {
        List<Account> covered = customers.stream().filter(account -> account.coverage != null).toList();
        List<UUID> ids = covered.stream().map(account -> id()).toList();
        try (Copy copy = new Copy(connection, "contract.contract (id, number, account_id, title, starts_on, ends_on, status, amount, org_path, created_at)")) {
            for (int i = 0; i < covered.size(); i++) {
                copy.row(ids.get(i), contractNumber(i), covered.get(i).id, "维保服务", "2020-01-01", "2031-12-31", "ACTIVE", 10_000 + i,
                        covered.get(i).branch.path, "2020-01-01T00:00:00Z");
            }
        }
        try (Copy copy = new Copy(connection, "contract.contract_line (id, contract_id, position, coverage_code, covers)")) {
            for (int i = 0; i < covered.size(); i++) {
                copy.row(covered.get(i).line, ids.get(i), 1, covered.get(i).coverage, "ACCOUNT");
            }
        }
        try (Copy copy = search()) {
            for (int i = 0; i < covered.size(); i++) {
                Account it = covered.get(i);
                entries(copy, "contract", ids.get(i), contractNumber(i), "维保服务", it.name + " · 2031-12-31", it.branch.path,
                        new Tokens().endingWith(contractNumber(i)).name("维保服务").name(it.name).name(it.shortName));
            }
        }
    }

    private Copy search() throws SQLException {
        return new Copy(connection, "platform.search_entry (kind, subject_id, token, number, title, subtitle, org_path)");
    }

    private static void entries(Copy copy, String kind, UUID id, String number, String title, String subtitle, String path, Tokens tokens)
            throws SQLException {
        for (String token : tokens.texts()) {
            copy.row(kind, id, token, number, title, subtitle, path);
        }
    }

    static String contractNumber(int i) {
        return "HT-2020-%06d".formatted(1001 + i);
    }

    /** Looks like a sticker: seven letters and digits, never twice. */
    static String serial(int i) {
        String digits = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        long mixed = (i * 2_654_435_761L + 987_654_321L) % 52_523_350_144L;
        StringBuilder serial = new StringBuilder();
        for (int place = 0; place < 7; place++) {
            serial.append(digits.charAt((int) (mixed % 34)));
            mixed /= 34;
        }
        return serial.toString();
    }

    static String mobile(int i) {
        return "138%08d".formatted((i * 7_919L) % 100_000_000L);
    }

    private static String phone(int i) {
        return "0571-%08d".formatted(80_000_000 + i);
    }

    private static String email(int i) {
        return "contact" + i + "@example.com";
    }

    private static String location(int i) {
        return "机柜 " + (char) ('A' + i % 20) + "-" + i % 40;
    }

    private String personName() {
        return "" + FAMILY_NAMES.charAt(random.nextInt(FAMILY_NAMES.length())) + GIVEN.charAt(random.nextInt(GIVEN.length()))
                + (random.nextBoolean() ? "" : GIVEN.charAt(random.nextInt(GIVEN.length())));
    }

    private String syllables(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(SYLLABLES.charAt(random.nextInt(SYLLABLES.length())));
        }
        return text.toString();
    }

    private UUID id() {
        return new UUID(random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x7000L, random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
