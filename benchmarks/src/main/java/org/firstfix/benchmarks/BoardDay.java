package org.firstfix.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Makes a branch with one full day for the dispatcher's board: engineers with shifts and absences, visits one after the other,
 * open work, clocks in danger. Writes what the modules would write, in one transaction, beside whatever is there. For measurements only.
 *
 * <p>{@code BoardDay --data FOLDER --port DATABASE-PORT [--engineers 200] [--visits 1500] [--day 2026-11-30]}: the data folder and database
 * port of a running server with its embedded database. The branch is called {@code boardENGINEERS}; its dispatcher signs in as
 * {@code dispatcher.boardENGINEERS}. The day is today unless another is named.
 */
public final class BoardDay {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final String branch;
    private final int engineers;
    private final int visits;
    private final LocalDate day;

    private BoardDay(int engineers, int visits, LocalDate day) {
        this.branch = "board" + engineers;
        this.engineers = engineers;
        this.visits = visits;
        this.day = day;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Options options = new Options(arguments);
        String url = options.text("url", "jdbc:postgresql://127.0.0.1:" + options.number("port", 54329) + "/postgres");
        String password = options.text("password", "");
        if (password.isEmpty()) {
            password = Files.readString(Path.of(options.text("data", ".data/serve")).resolve("database").resolve("owner.password")).strip();
        }
        BoardDay board = new BoardDay(options.number("engineers", 200), options.number("visits", 1500),
                LocalDate.parse(options.text("day", LocalDate.now(ZONE).toString())));
        try (Connection connection = DriverManager.getConnection(url, "firstfix_owner", password)) {
            connection.setAutoCommit(false);
            board.fill(connection);
            connection.commit();
        }
        System.out.printf("%s, %s: %,d engineers, %,d visits; sign in as dispatcher.%s, \"%s\"%n", board.branch, board.day, board.engineers, board.visits,
                board.branch, BulkData.PASSWORD);
    }

    private void fill(Connection connection) throws SQLException {
        String hash = new BCryptPasswordEncoder(4).encode(BulkData.PASSWORD);
        for (String sql : List.of("set firstfix.scope_all = 'on'", BRANCH, TERRITORIES, PEOPLE, DISPATCHER, ENGINEERS, SKILLS, SHIFTS, ABSENCES, CUSTOMERS, SITES, WORK,
                CASES, CLOCKS, MILESTONES, WORK_ORDERS, APPOINTMENTS)) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql.replace(":branch", branch).replace(":engineers", Integer.toString(engineers)).replace(":visits", Integer.toString(visits))
                        .replace(":open", Integer.toString(Math.min(300, visits / 5))).replace(":each", Integer.toString(Math.ceilDiv(visits, engineers)))
                        .replace(":day", day.toString()).replace(":hash", hash));
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) dispatch.appointment, dispatch.seat, dispatch.shift, dispatch.engineer, workorder.work_order, cases.service_case, customer.site");
        }
        connection.setAutoCommit(false);
    }

    private static final String BRANCH = """
            insert into organization.org_unit (code, kind, name_zh, name_en, path, zone)
            select ':branch', 'BRANCH', ':branch', ':branch', path || ':branch', 'Asia/Shanghai' from organization.org_unit where kind = 'HEADQUARTERS'""";

    /** Four quarters of a city. */
    private static final String TERRITORIES = """
            insert into dispatch.territory (code, name_zh, name_en, org_path)
            select ':branch-' || t.code, t.zh, t.en, u.path from organization.org_unit u,
              (values ('ne', '东北片', 'North-east'), ('se', '东南片', 'South-east'), ('sw', '西南片', 'South-west'), ('nw', '西北片', 'North-west')) t (code, zh, en)
            where u.code = ':branch'""";

    private static final String PEOPLE = """
            create temp table member on commit drop as
            select i, uuidv7() id, substr('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗', 1 + i % 20, 1) || substr('伟芳娜敏静强磊洋艳勇军杰娟涛明超秀霞平刚', 1 + i * 7 % 20, 1)
                || case when i % 3 = 0 then '' else substr('伟芳娜敏静强磊洋艳勇军杰娟涛明超秀霞平刚', 1 + i * 11 % 20, 1) end name,
              31.23 + 0.11 * case when i % 4 in (0, 3) then 1 else -1 end + ((hashint4extended(i, 1) & 1023) / 1023.0 - 0.5) * 0.18 latitude,
              121.47 + 0.12 * case when i % 4 < 2 then 1 else -1 end + ((hashint4extended(i, 2) & 1023) / 1023.0 - 0.5) * 0.2 longitude,
              ':branch-' || (array['ne', 'se', 'sw', 'nw'])[1 + i % 4] territory
            from generate_series(1, :engineers) i;
            insert into organization.person (id, org_unit_id, org_path, name) select m.id, u.id, u.path, m.name from member m, organization.org_unit u where u.code = ':branch'""";

    private static final String DISPATCHER = """
            with unit as (select id, path from organization.org_unit where code = ':branch'),
              person as (insert into organization.person (org_unit_id, org_path, name) select id, path, '调度' from unit returning id),
              account as (insert into organization.user_account (person_id, user_name, password_hash, language, created_at)
                select id, 'dispatcher.:branch', ':hash', 'zh-CN', now() from person returning id)
            insert into organization.role_assignment (user_id, role, org_unit_id) select account.id, 'DISPATCHER', unit.id from account, unit""";

    private static final String ENGINEERS = """
            insert into dispatch.engineer (id, code, name, territory_code, home_latitude, home_longitude, zone, org_path)
            select m.id, 'B:engineers-' || to_char(m.i, 'FM0000'), m.name, m.territory, m.latitude, m.longitude, 'Asia/Shanghai', u.path
            from member m, organization.org_unit u where u.code = ':branch'""";

    private static final String SKILLS = """
            insert into dispatch.engineer_skill (engineer_id, skill_code, level)
            select m.id, s.code, 3 from member m, dispatch.skill s where s.code = 'SERVER' or hashtext(m.i || s.code) % 3 = 0""";

    private static final String SHIFTS = """
            insert into dispatch.shift (engineer_id, starts_at, ends_at, kind, org_path)
            select m.id, d + interval '8 hours', d + interval '18 hours 30 minutes', 'NORMAL', u.path
            from member m, organization.org_unit u, generate_series(timestamptz ':day 00:00 Asia/Shanghai' - interval '3 days',
              timestamptz ':day 00:00 Asia/Shanghai' + interval '7 days', interval '1 day') d
            where u.code = ':branch'""";

    private static final String ABSENCES = """
            insert into dispatch.absence (engineer_id, starts_at, ends_at, reason, org_path)
            select m.id, timestamptz ':day 13:00 Asia/Shanghai', timestamptz ':day 18:00 Asia/Shanghai', 'TRAINING', u.path
            from member m, organization.org_unit u where u.code = ':branch' and m.i % 25 = 0""";

    private static final String CUSTOMERS = """
            create temp table place on commit drop as
            select i, uuidv7() account_id, uuidv7() site_id, substr('维荣华信达通明远盛泰康宁安顺恒丰瑞祥嘉禾', 1 + i % 20, 1) || substr('新科智联创博宏图天元正大中金海龙东方', 1 + i * 7 % 18, 1)
                || (array['科技', '电子', '医疗', '物流', '银行', '机械', '医院'])[1 + i % 7] name,
              31.23 + ((hashint4extended(i, 3) & 1023) / 1023.0 - 0.5) * 0.42 latitude, 121.47 + ((hashint4extended(i, 4) & 1023) / 1023.0 - 0.5) * 0.46 longitude
            from generate_series(0, :visits / 5) i;
            insert into customer.account (id, number, name, short_name, sort_key, tier, org_unit_id, org_path, created_at)
            select p.account_id, ':branch-' || p.i, p.name || '有限公司', p.name, ':branch' || to_char(p.i, 'FM000000'), 'ORDINARY', u.id, u.path, now()
            from place p, organization.org_unit u where u.code = ':branch'""";

    private static final String SITES = """
            insert into customer.site (id, number, account_id, name, address, city, zone, latitude, longitude, org_unit_id, org_path)
            select p.site_id, 'S:branch-' || p.i, p.account_id, p.name || '机房', '', '上海', 'Asia/Shanghai', p.latitude, p.longitude, u.id, u.path
            from place p, organization.org_unit u where u.code = ':branch'""";

    /** Visits of each engineer one after the other from 8:15; what has ended is done. After them the open work. */
    private static final String WORK = """
            create temp table job on commit drop as
            select v.*, case when starts_at is null then 'OPEN' when ends_at < now() then 'DONE' when starts_at < now() then 'ON_SITE'
                when starts_at < now() + interval '20 minutes' then 'TRAVELLING' when n % 3 = 0 then 'BOOKED' else 'ACCEPTED' end status
            from (select n, uuidv7() case_id, uuidv7() order_id, uuidv7() clock_id, p.account_id, p.site_id, m.id engineer_id,
                (array['硬盘报警', '无法开机', '内存错误', '蓝屏', '电池内阻超限', '风扇噪音', '光模块故障', '板卡更换'])[1 + n % 8] subject,
                case when n % 20 = 0 then 'P1' when n % 4 = 0 then 'P2' when n % 4 < 3 then 'P3' else 'P4' end priority,
                case when n < :visits then timestamptz ':day 08:15 Asia/Shanghai' + (n / :engineers) * slot.pace end starts_at,
                case when n < :visits then timestamptz ':day 08:15 Asia/Shanghai' + (n / :engineers) * slot.pace + slot.pace * 0.7 end ends_at
              from generate_series(0, :visits + :open - 1) n
              join place p on p.i = n % (:visits / 5) left join member m on n < :visits and m.i = 1 + n % :engineers
              cross join (select interval '10 hours' / :each pace) slot) v""";

    private static final String CASES = """
            insert into cases.service_case (id, number, status, channel, subject, account_id, site_id, impact, urgency, priority, coverage_code, reported_at, entered_at, responded_at, org_path)
            select j.case_id, 'C:branch-' || j.n, case j.status when 'DONE' then 'WORK_DONE' else 'RELEASED' end, 'PHONE', j.subject, j.account_id, j.site_id, 'DEGRADED', 'HIGH', j.priority, '7x24x8',
              now() - interval '6 hours', now() - interval '6 hours', now() - interval '5 hours', u.path
            from job j, organization.org_unit u where u.code = ':branch'""";

    private static final String CLOCKS = """
            insert into sla.sla_clock (id, case_id, case_number, coverage_code, priority, calendar_code, calendar_version, official_revision, zone, started_at, status, org_path)
            select j.clock_id, j.case_id, 'C:branch-' || j.n, '7x24x8', j.priority, 'ALWAYS', 1, (select max(revision) from sla.official_notice), 'Asia/Shanghai',
              now() - interval '6 hours', 'RUNNING', u.path
            from job j, organization.org_unit u where u.code = ':branch' and j.status = 'OPEN'""";

    private static final String MILESTONES = """
            insert into sla.milestone (clock_id, kind, case_id, case_number, target_seconds, calendar_code, calendar_version, official_revision, zone, status, begun_at, due_at,
              warn_at, warned, missed, awaited, org_path)
            select j.clock_id, 'ON_SITE', j.case_id, 'C:branch-' || j.n, 28800, 'ALWAYS', 1, (select max(revision) from sla.official_notice), 'Asia/Shanghai',
              case when j.n % 40 = 0 then 'MISSED' else 'RUNNING' end, now() - interval '6 hours', due.moment, due.moment - interval '1 hour', j.n % 40 = 0, j.n % 40 = 0, true, u.path
            from job j, organization.org_unit u, lateral (select now() + make_interval(mins => case when j.n % 40 = 0 then -20 else 30 + j.n % 600 end) moment) due
            where u.code = ':branch' and j.status = 'OPEN'""";

    private static final String WORK_ORDERS = """
            insert into workorder.work_order (id, number, case_id, case_number, work_type, status, subject, priority, account_id, site_id, required_skill, expected_minutes, engineer_id,
              due_at, released_at, org_path)
            select j.order_id, 'W:branch-' || j.n, j.case_id, 'C:branch-' || j.n, 'REPAIR', case when j.status = 'DONE' then 'COMPLETED' when j.status = 'OPEN' and j.n % 5 = 0
                then 'WAITING_FOR_PART' when j.status = 'ON_SITE' then 'IN_WORK' else 'RELEASED' end, j.subject, j.priority, j.account_id, j.site_id, 'SERVER', 45, j.engineer_id,
              case when j.starts_at is null then now() + make_interval(mins => 30 + j.n % 600) else j.ends_at + make_interval(mins => j.n % 300 - 40) end,
              now() - interval '5 hours', u.path
            from job j, organization.org_unit u where u.code = ':branch'""";

    private static final String APPOINTMENTS = """
            insert into dispatch.appointment (number, work_order_id, engineer_id, starts_at, ends_at, status, overlap, arrived_at, done_at, booked_by, booked_at, org_path,
              pinned_time, pin_reason)
            select 'V:branch-' || j.n, j.order_id, j.engineer_id, j.starts_at, j.ends_at, j.status, 'FORBIDDEN', case when j.status in ('ON_SITE', 'DONE') then j.starts_at end,
              case when j.status = 'DONE' then j.ends_at end, 'benchmark', now() - interval '5 hours', u.path, j.n % 17 = 0, case when j.n % 17 = 0 then 'benchmark' else '' end
            from job j, organization.org_unit u where u.code = ':branch' and j.status <> 'OPEN'""";
}
