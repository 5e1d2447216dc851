package org.firstfix.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseReopened;
import org.firstfix.cases.CaseSummary;
import org.firstfix.contract.Milestone;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.MilestoneAtRisk;
import org.firstfix.sla.MilestoneMissed;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class InboxTest {
    @Autowired
    TestHouse house;

    @Autowired
    CustomerApi customers;

    @Autowired
    CaseApi cases;

    @Autowired
    Announcements announcements;

    @Autowired
    Clock clock;

    @Test
    void aMilestoneAtRiskReachesTheDispatchersOfThePlaceOnceAndNobodyElse() {
        CaseSummary found = report();
        MilestoneAtRisk risk = new MilestoneAtRisk(new CaseReference(found.id().value(), found.number()), Milestone.ON_SITE,
                clock.instant().plusSeconds(600), found.orgPath(), clock.instant());
        announce(risk);
        announce(risk);
        assertThat(about(found, "dispatcher.hangzhou")).hasSize(1);
        assertThat(about(found, "dispatcher.ningbo")).isEmpty();
        assertThat(about(found, "engineer.hangzhou")).isEmpty();
        JsonNode message = about(found, "dispatcher.hangzhou").getFirst();
        assertThat(message.path("title").asString()).isEqualTo(found.number() + ": the on-site time is running out");
        assertThat(message.path("link").asString()).isEqualTo("/cases/" + found.number());
        assertThat(message.path("template").asString()).isEqualTo("milestone-at-risk");
    }

    @Test
    void aMissedMilestoneIsUrgentAndReachesTheServiceManagerToo() {
        CaseSummary found = report();
        announce(new MilestoneMissed(new CaseReference(found.id().value(), found.number()), Milestone.RESTORE, clock.instant(),
                found.orgPath(), clock.instant()));
        for (String who : List.of("dispatcher.hangzhou", "service_manager.hangzhou")) {
            assertThat(about(found, who)).singleElement().satisfies(message -> assertThat(message.path("urgent").asBoolean()).isTrue());
        }
    }

    @Test
    void nobodyIsToldWhatTheyDidThemselves() {
        CaseSummary found = report();
        house.as("dispatcher.hangzhou", () -> house.asTheHouse(() -> {
            announcements.announce(new CaseReopened(found.id(), found.number(), found.orgPath(), clock.instant(), "又坏了"));
            return true;
        }));
        assertThat(about(found, "dispatcher.hangzhou")).isEmpty();
        assertThat(about(found, "service_manager.hangzhou")).singleElement()
                .satisfies(message -> assertThat(message.path("text").asString()).contains("又坏了"));
    }

    @Test
    void readingIsOnesOwnAndWhatComesMeanwhileStaysUnread() {
        CaseSummary found = report();
        announce(reopened(found));
        var manager = house.client("service_manager.hangzhou");
        int unread = manager.get("/api/v1/inbox/unread-count").expect(200).json().path("count").asInt();
        JsonNode message = about(found, "service_manager.hangzhou").getFirst();
        String id = message.path("id").asString();
        house.client("agent.hangzhou").post("/api/v1/inbox/" + id + "/read", Map.of()).expect(404);
        manager.post("/api/v1/inbox/" + id + "/read", Map.of()).expect(204);
        manager.post("/api/v1/inbox/" + id + "/read", Map.of()).expect(204);
        assertThat(manager.get("/api/v1/inbox/unread-count").json().path("count").asInt()).isEqualTo(unread - 1);
        announce(reopened(found));
        announce(reopened(found));
        List<JsonNode> newest = about(found, "service_manager.hangzhou");
        manager.post("/api/v1/inbox/read", Map.of("arrivedBy", newest.get(1).path("at").asString())).expect(200);
        assertThat(manager.get("/api/v1/inbox/unread-count").json().path("count").asInt()).isEqualTo(1);
        assertThat(manager.get("/api/v1/inbox?unread=true").json().path("items").get(0).path("id").asString())
                .isEqualTo(newest.getFirst().path("id").asString());
        house.anonymous().get("/api/v1/inbox").expect(401);
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        CaseSummary found = report();
        for (int i = 0; i < 5; i++) {
            announce(reopened(found));
        }
        var manager = house.client("service_manager.hangzhou");
        JsonNode first = manager.get("/api/v1/inbox?limit=3").expect(200).json();
        assertThat(first.path("items").size()).isEqualTo(3);
        JsonNode second = manager.get("/api/v1/inbox?limit=3&cursor=" + first.path("nextCursor").asString()).expect(200).json();
        assertThat(second.path("items").valueStream().map(item -> item.path("id").asString()))
                .doesNotContainAnyElementsOf(first.path("items").valueStream().map(item -> item.path("id").asString()).toList());
    }

    @Test
    void historyIsNeitherToldNorMailed() {
        CaseSummary found = HouseClock.at(clock.instant().minus(Duration.ofDays(30)), this::report);
        HouseClock.at(clock.instant().minus(Duration.ofDays(29)), () -> announce(reopened(found)));
        assertThat(about(found, "service_manager.hangzhou")).isEmpty();
        assertThat(mailsAbout(found)).isEmpty();
    }

    @Test
    void withoutAMailServerMailsWaitAndThePageSaysSo() {
        CaseSummary found = report();
        assertThat(mailsAbout(found)).singleElement().satisfies(mail -> {
            assertThat(mail.path("status").asString()).isEqualTo("WAITING");
            assertThat(mail.path("subject").asString()).contains(found.number());
            assertThat(house.client("administrator.hangzhou").post("/api/v1/mails/" + mail.path("id").asString() + "/resend", Map.of())
                    .expect(409).code()).isEqualTo("notification.mail-still-waiting");
        });
        JsonNode summary = house.client("administrator.hangzhou").get("/api/v1/mails/summary").expect(200).json();
        assertThat(summary.path("serverConfigured").asBoolean()).isFalse();
        assertThat(summary.path("waiting").asInt()).isPositive();
        assertThat(house.client("administrator.ningbo").get("/api/v1/mails?reference=" + found.number()).expect(200).json()
                .path("items").isEmpty()).isTrue();
    }

    private CaseReopened reopened(CaseSummary found) {
        return new CaseReopened(found.id(), found.number(), found.orgPath(), clock.instant(), "又坏了");
    }

    private void announce(DomainEvent event) {
        house.asTheHouse(() -> {
            announcements.announce(event);
            return true;
        });
    }

    private List<JsonNode> about(CaseSummary found, String who) {
        return house.client(who).get("/api/v1/inbox?limit=500").expect(200).json().path("items").valueStream()
                .filter(message -> message.path("link").asString().endsWith(found.number())).toList();
    }

    private List<JsonNode> mailsAbout(CaseSummary found) {
        return house.client("administrator.hangzhou").get("/api/v1/mails?reference=" + found.number()).expect(200).json().path("items")
                .valueStream().toList();
    }

    private CaseSummary report() {
        return house.asTheHouse(() -> {
            AccountId account = customers.registerAccount(new CustomerApi.NewAccount("客户 " + UUID.randomUUID(), "", "ORDINARY", "zh-CN", "",
                    "hangzhou", Optional.empty()));
            SiteId site = customers.registerSite(new CustomerApi.NewSite(account, "机房", "", "杭州", "", "Asia/Shanghai", Optional.empty(),
                    Optional.empty(), "", "hangzhou"));
            ContactId contact = customers.registerContact(new CustomerApi.NewContact(account, Optional.of(site), "王芳", "", "OTHER", "", "",
                    "wang@bank.test", "EMAIL", "zh-CN"));
            CaseId id = cases.receive(new CaseApi.NewCase("PHONE", "开机无显示", "", Optional.of("power.no-display"), account, site,
                    Optional.of(contact), Optional.empty(), "STOPPED", "HIGH", clock.instant(), Optional.empty()));
            return cases.get(id);
        });
    }
}
