package org.firstfix.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.FirstfixApplication;
import org.firstfix.demo.life.DemoOrganization;
import org.firstfix.platform.work.Work;
import org.firstfix.testing.FreshDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A small demo, made twice from the same seed and lived on for a day; in databases of its own. */
class DemoOrganizationTest {
    /** A Wednesday afternoon in Hangzhou. */
    private static final Instant UNTIL = Instant.parse("2026-11-18T07:10:00Z");
    private static final DemoSettings SMALL = new DemoSettings(7, 0.05, 8, 1400);

    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void make() {
        server = start();
        server.getBean(DemoOrganization.class).make(SMALL, UNTIL, (done, what) -> {});
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Jobs would live at the time of the real clock. */
    private static ConfigurableApplicationContext start() {
        var started = new SpringApplicationBuilder(FirstfixApplication.class).initializers(new FreshDatabase())
                .run("--firstfix.mode=test", "--firstfix.password-cost=4", "--server.port=0");
        started.getBean(Scheduler.class).pause();
        return started;
    }

    @Test
    void theSameSeedLivesTheSameLifeAndGoesOnTheNextDay() {
        try (var second = start()) {
            DemoOrganization demo = second.getBean(DemoOrganization.class);
            demo.make(SMALL, UNTIL, (done, what) -> {});
            assertThat(figures(second)).isEqualTo(figures(server));
            assertThat(demo.livedUntil()).contains(UNTIL);

            Instant tomorrow = UNTIL.plus(Duration.ofHours(43));
            assertThat(demo.isYesterday(UNTIL, tomorrow)).isTrue();
            demo.liveOn(SMALL, UNTIL, tomorrow, (done, what) -> {});
            assertThat(demo.livedUntil()).contains(tomorrow);
            assertThat(count(second, "from cases.service_case where status not in ('CLOSED', 'CANCELLED', 'WORK_DONE', 'RESOLVED_REMOTELY')"
                    + " and reported_at < '" + UNTIL.minus(Duration.ofDays(3)) + "'::timestamptz")).isZero();
            assertThat(count(second, "from cases.service_case where status = 'RECEIVED' and reported_at > '" + UNTIL + "'::timestamptz")).isPositive();
        }
    }

    @Test
    void everyTraceOfTheDayIsThere() {
        assertThat(rows(server, "select status, count(*)::text from cases.service_case group by 1")).containsKeys("RECEIVED", "RELEASED",
                "WAITING_FOR_CUSTOMER", "WORK_DONE", "RESOLVED_REMOTELY", "CLOSED");
        assertThat(rows(server, "select status, count(*)::text from workorder.work_order group by 1")).containsKeys("RELEASED", "IN_WORK",
                "WAITING_FOR_PART", "COMPLETED", "ENDED_OPEN");
        assertThat(count(server, "from cases.phone_call where status = 'RINGING'")).isEqualTo(2);
        assertThat(count(server, "from cases.service_case where critical_watch")).isPositive();
        assertThat(count(server, "from sla.milestone where status = 'RUNNING' and due_at between '" + UNTIL + "'::timestamptz and '"
                + UNTIL.plus(Duration.ofHours(2)) + "'::timestamptz")).isPositive();
        assertThat(count(server, "from sla.milestone where awaited and missed")).isPositive();
    }

    @Test
    void whatIsOverLeftNothingOpen() {
        assertThat(count(server, "from cases.service_case c join sla.sla_clock k on k.case_id = c.id"
                + " where c.status in ('CLOSED', 'CANCELLED') and k.status <> 'STOPPED'")).isZero();
        assertThat(count(server, "from workorder.work_order o join workorder.service_report r on r.work_order_id = o.id"
                + " where o.status = 'COMPLETED' and r.status <> 'SIGNED'")).isZero();
        assertThat(count(server, "from workorder.work_order o join cases.service_case c on c.id = o.case_id"
                + " where c.status in ('CLOSED', 'CANCELLED') and o.status in ('RELEASED', 'IN_WORK', 'WAITING_FOR_PART', 'WAITING_FOR_CUSTOMER')"))
                .isZero();
    }

    @Test
    void nobodyIsAtTwoPlaces() {
        assertThat(count(server, "from dispatch.appointment a join dispatch.appointment b on a.engineer_id = b.engineer_id and a.id < b.id"
                + " and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)"
                + " and a.status <> 'CANCELLED' and b.status <> 'CANCELLED'")).isZero();
    }

    @Test
    void nobodyCarriesMoreThanTwoParts() {
        assertThat(count(server, "from (select 1 from diagnosis.carried_part group by diagnosis_id having count(*) > 2) too_many")).isZero();
    }

    @Test
    void whatWasFoundIsCounted() {
        assertThat(count(server, "from diagnosis.true_cause")).isPositive()
                .isEqualTo(number(server, "select sum(cases) from diagnosis.cause_count"));
    }

    @Test
    void nothingIsNewsThatWasLongAgo() {
        // The whole life of this small demo may lie more than a day before the real clock.
        assertThat(count(server, "from notification.outgoing_mail where created_at < '" + UNTIL.minus(Duration.ofHours(24)) + "'::timestamptz"))
                .isZero();
    }

    private static Map<String, Object> figures(ConfigurableApplicationContext at) {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (String query : List.of("select status, count(*)::text from cases.service_case group by 1",
                "select status || ' ' || visit_reason, count(*)::text from workorder.work_order group by 1",
                "select coalesce(outcome, ''), count(*)::text from workorder.service_report group by 1",
                "select symptom_code || ' ' || family || ' ' || cause_code, cases::text from diagnosis.cause_count",
                "select kind || ' ' || status || ' ' || missed, count(*)::text from sla.milestone group by 1",
                "select module || ' ' || type, count(*)::text from platform.journal where type <> 'ReminderGiven' group by 1",
                "select serial, used_for from asset.asset", "select number, name from customer.account")) {
            figures.put(query, rows(at, query));
        }
        return figures;
    }

    private static Map<String, String> rows(ConfigurableApplicationContext at, String query) {
        return at.getBean(Work.class).asTheHouse("test", () -> {
            Map<String, String> rows = new java.util.TreeMap<>();
            at.getBean(DSLContext.class).fetch(query).forEach(row -> rows.put(row.get(0, String.class), row.get(1, String.class)));
            return rows;
        });
    }

    private static long count(ConfigurableApplicationContext at, String from) {
        return number(at, "select count(*) " + from);
    }

    private static long number(ConfigurableApplicationContext at, String query) {
        return at.getBean(Work.class).asTheHouse("test", () -> {
            Long number = at.getBean(DSLContext.class).fetchSingle(query).get(0, Long.class);
            return number == null ? 0 : number;
        });
    }
}
