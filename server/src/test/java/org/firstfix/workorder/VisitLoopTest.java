package org.firstfix.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.firstfix.cases.CaseScene;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.ClockRecalculated;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Visits over HTTP, from the release of a case to the signed report, and every way a visit can end. */
@ServerTest
@Import(VisitScene.class)
class VisitLoopTest {
    private final TestHouse house;
    private final VisitScene scene;
    private final DSLContext database;
    private final Announcements announcements;

    @Autowired
    VisitLoopTest(TestHouse house, VisitScene scene, DSLContext database, Announcements announcements) {
        this.house = house;
        this.scene = scene;
        this.database = database;
        this.announcements = announcements;
    }

    @Test
    void aReleasedCaseHasAWorkOrderWithItsDueTimeSkillAndChecklist() {
        JsonNode view = scene.show(scene.workOrder());

        assertThat(view.path("number").asString()).matches("W-20\\d\\d-\\d{6}");
        assertThat(view.path("status").asString()).isEqualTo("RELEASED");
        assertThat(view.path("requiredSkill").asString()).isEqualTo("SERVER");
        assertThat(view.path("customerLanguage").asString()).isEqualTo("zh-CN");
        assertThat(view.path("checklist").size()).isEqualTo(5);
        assertThat(view.path("visitNumber").asInt()).isEqualTo(1);
        JsonNode onSite = view.path("clock").path("milestones").valueStream()
                .filter(milestone -> milestone.path("kind").asString().equals("ON_SITE")).findFirst().orElseThrow();
        assertThat(view.path("dueAt").asString()).isEqualTo(onSite.path("dueAt").asString());
    }

    @Test
    void theWholeVisitEndsInASignedReportAndARepairedCase() throws IOException {
        String number = scene.workOrder();
        String caseNumber = scene.caseOf(number);
        scene.predict(caseNumber);
        String appointment = scene.arrived(number);
        assertThat(scene.show(number).path("status").asString()).isEqualTo("IN_WORK");
        assertThat(scene.agent().get("/api/v1/cases/" + caseNumber + "/diagnosis").expect(200).text()).contains("FROZEN");

        scene.answerChecklist(number);
        scene.engineer().post("/api/v1/work-orders/" + number + "/parts",
                Map.of("kind", "USED", "partNumber", "R7-MAINBOARD", "quantity", 1, "serial", "MB1")).expect(201);
        scene.engineer().post("/api/v1/work-orders/" + number + "/parts",
                Map.of("kind", "RETURNED_UNUSED", "partNumber", "R7-MEMORY", "quantity", 1)).expect(201);
        scene.write(number, Map.of()).expect(200);
        assertThat(scene.completion(number).path("beforeSignature").size()).isZero();
        assertThat(scene.completion(number).path("beforeLeaving").toString()).contains("SIGNATURE");
        scene.sign(number).expect(200);
        assertThat(scene.complete(number).expect(200).json().path("outcome").asString()).isEqualTo("REPAIRED");

        assertThat(scene.show(number).path("status").asString()).isEqualTo("COMPLETED");
        JsonNode serviceCase = scene.agent().get("/api/v1/cases/" + caseNumber).expect(200).json();
        assertThat(serviceCase.path("status").asString()).isEqualTo("WORK_DONE");
        assertThat(milestone(serviceCase, "RESTORE")).isEqualTo("MET");
        assertThat(milestone(serviceCase, "ON_SITE")).isEqualTo("MET");
        assertThat(milestone(serviceCase, "RESOLVE")).as("the customer has not said so yet").isEqualTo("RUNNING");
        assertThat(milestone(serviceCase, "PART_DELIVERY")).isEqualTo("NOT_BEGUN");
        assertThat(scene.agent().get("/api/v1/appointments/" + appointment).expect(200).json().path("status").asString()).isEqualTo("DONE");
        assertThat(scene.agent().get("/api/v1/cases/" + caseNumber + "/diagnosis").expect(200).text()).contains("SCORED");

        TestClient.Answer pdf = scene.agent().get("/api/v1/work-orders/" + number + "/report.pdf").expect(200);
        assertThat(pdf.header("content-type")).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            assertThat(new PDFTextStripper().getText(document)).contains("服务单", number, "主板故障", "更换主板，自检通过", "李建国");
        }
        JsonNode verification = scene.agent().get("/api/v1/work-orders/" + number + "/verification").expect(200).json();
        assertThat(verification.path("documentMatches").asBoolean()).isTrue();
        assertThat(verification.path("signatureMatches").asBoolean()).isTrue();
    }

    @Test
    void whatIsMissingIsNamed() {
        String number = scene.workOrder();
        assertThat(scene.completion(number).path("beforeSignature").toString()).contains("NOT_STARTED");
        scene.arrived(number);

        TestClient.Answer refused = scene.complete(number).expect(409);

        assertThat(refused.code()).isEqualTo("workorder.incomplete");
        assertThat(refused.text()).contains("OUTCOME", "FINDINGS", "ACTIONS", "TRUE_CAUSE", "CHECKLIST_ITEM", "SIGNATURE")
                .doesNotContain("PREDICTION_RIGHT", "NOT_STARTED");
        assertThat(scene.show(number).path("status").asString()).isEqualTo("IN_WORK");
    }

    @Test
    void whatIsSignedIsWhatWasShown() {
        String number = ready();
        String shown = scene.completion(number).path("documentSha256").asString();
        scene.write(number, Map.of("actions", "另一种处理")).expect(200);

        assertThat(scene.sign(number, shown).expect(409).code()).isEqualTo("workorder.document-changed");

        scene.sign(number).expect(200);
        assertThat(scene.write(number, Map.of("actions", "事后改动")).expect(409).code()).isEqualTo("workorder.report-signed");
        assertThat(scene.engineer().put("/api/v1/work-orders/" + number + "/checklist/1", Map.of("answer", "OK")).expect(409).code())
                .isEqualTo("workorder.report-signed");
    }

    @Test
    void nobodyIsDueWhileTheClockStandsStill() {
        String number = scene.workOrder();
        String serviceCase = scene.caseOf(number);
        String before = scene.show(number).path("dueAt").asString();
        assertThat(before).isNotBlank();

        scene.cases().step(serviceCase, "wait-for-customer", Map.of("reason", "CUSTOMER_NOT_READY", "evidence", "王伟来电，机房停电")).expect(200);
        assertThat(scene.show(number).path("dueAt").isNull()).isTrue();
        scene.cases().step(serviceCase, "customer-ready", Map.of()).expect(200);
        assertThat(Instant.parse(scene.show(number).path("dueAt").asString())).isAfterOrEqualTo(Instant.parse(before));

        scene.cases().step(serviceCase, "wait-for-customer", Map.of("reason", "客户在找钥匙", "clockGoesOn", true)).expect(200);
        assertThat(scene.show(number).path("dueAt").asString()).as("it waits, and the clock goes on").isNotBlank();
    }

    @Test
    void aVisitFollowsItsClockWhenTheCalendarChanges() {
        String number = scene.workOrder();
        String due = scene.show(number).path("dueAt").asString();
        house.asTheHouse(() -> {
            database.execute("update workorder.work_order set due_at = due_at + interval '1 day' where number = ?", number);
            UUID serviceCase = (UUID) database.fetchValue("select case_id from workorder.work_order where number = ?", number);
            announcements.announce(new ClockRecalculated(new CaseReference(serviceCase, scene.caseOf(number)), new OrgPath("house.east.hangzhou"), Instant.now()));
            return true;
        });
        assertThat(scene.show(number).path("dueAt").asString()).isEqualTo(due);
    }

    @Test
    void printingASignedReportIsNoChangeOfIt() {
        String number = ready();
        int before = scene.engineer().get("/api/v1/work-orders/" + number + "/report").expect(200).json().path("version").asInt();
        scene.sign(number).expect(200);
        JsonNode printed = Awaitility.await().until(() -> scene.agent().get("/api/v1/work-orders/" + number + "/report").expect(200).json(),
                report -> !report.path("pdfFileId").isMissingNode() && !report.path("pdfFileId").isNull());
        assertThat(printed.path("version").asInt()).as("signed, and nothing else").isEqualTo(before + 1);
    }

    @Test
    void theDatabaseRefusesToChangeWhatIsSigned() {
        String number = ready();
        scene.sign(number).expect(200);

        for (String statement : List.of("update workorder.service_report set actions = 'x' where document->>'number' = '" + number + "'",
                "delete from workorder.service_report where document->>'number' = '" + number + "'",
                "update workorder.checklist_item set note = 'x' where work_order_id = (select id from workorder.work_order where number = '" + number + "')")) {
            assertThatThrownBy(() -> house.asTheHouse(() -> database.execute(statement)))
                    .hasMessageContaining("A signed service report does not change.");
        }
    }

    @Test
    void aFaultNeedsANoteAndAReadingOutOfRangeIsFlagged() {
        String number = scene.workOrder();
        scene.arrived(number);
        TestClient engineer = scene.engineer();
        String checklist = "/api/v1/work-orders/" + number + "/checklist/";

        assertThat(engineer.put(checklist + "1", Map.of("answer", "NOT_OK")).expect(400).text()).contains("workorder.note-needed");
        engineer.put(checklist + "1", Map.of("answer", "NOT_OK", "note", "客户不在场")).expect(200);
        assertThat(engineer.put(checklist + "3", Map.of("answer", "OK")).expect(400).text()).contains("workorder.reading-needed");
        assertThat(engineer.put(checklist + "3", Map.of("answer", "OK", "reading", 38.5)).expect(200).json().path("outOfRange").asBoolean()).isTrue();
        assertThat(engineer.put(checklist + "3", Map.of("answer", "OK", "reading", 23)).expect(200).json().path("outOfRange").asBoolean()).isFalse();
    }

    @Test
    void nobodyWritesIntoSomebodyElsesVisit() {
        String number = scene.workOrder();
        scene.arrived(number);
        TestClient other = house.client("dedicated_engineer.hangzhou");

        assertThat(other.put("/api/v1/work-orders/" + number + "/checklist/1", Map.of("answer", "OK")).expect(403).code())
                .isEqualTo("workorder.not-your-visit");
        scene.dispatcher().put("/api/v1/work-orders/" + number + "/checklist/1", Map.of("answer", "OK")).expect(200);
        house.client("engineer.ningbo").put("/api/v1/work-orders/" + number + "/checklist/1", Map.of("answer", "OK")).expect(404);
    }

    @Test
    void twoPeopleWritingOneReportIsNoticed() {
        String number = scene.workOrder();
        scene.arrived(number);
        TestClient.Answer stale = scene.engineer().put("/api/v1/work-orders/" + number + "/report", Map.of("findings", "a", "actions", "",
                "advice", "", "trueCauses", List.of(), "outcomeNote", ""), 0);
        assertThat(stale.expect(412).json().path("values").path("current").path("findings").isString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // outcome, state of the order, state of the next one, state of the case, signed
        "WRONG_PREDICTION, ENDED_OPEN, RELEASED, RELEASED, true",
        "PART_MISSING, ENDED_OPEN, WAITING_FOR_PART, RELEASED, true",
        "PART_DEAD_ON_ARRIVAL, ENDED_OPEN, WAITING_FOR_PART, RELEASED, true",
        "CUSTOMER_NOT_READY, ENDED_OPEN, WAITING_FOR_CUSTOMER, WAITING_FOR_CUSTOMER, false",
        "CUSTOMER_REFUSED, ENDED_OPEN, WAITING_FOR_CUSTOMER, WAITING_FOR_CUSTOMER, false",
        "NOT_ON_SITE, ENDED_OPEN, WAITING_FOR_CUSTOMER, WAITING_FOR_CUSTOMER, false",
        "HANDED_OVER, HANDED_OVER, RELEASED, RELEASED, false",
        "WITH_VENDOR, ENDED_OPEN, , WITH_VENDOR, true"})
    void aVisitThatEndsWithoutARepair(String outcome, String ends, String next, String caseStatus, boolean signed) {
        String number = scene.workOrder();
        String caseNumber = scene.caseOf(number);
        scene.predict(caseNumber);
        String appointment = scene.arrived(number);
        scene.engineer().post("/api/v1/work-orders/" + number + "/parts",
                Map.of("kind", "DEAD_ON_ARRIVAL", "partNumber", "R7-MAINBOARD", "quantity", 1)).expect(201);
        scene.write(number, Map.of("outcome", outcome, "outcomeNote", "说明", "actions", "", "trueCauses", List.of(),
                "predictionRight", false)).expect(200);
        if (signed) {
            assertThat(scene.complete(number).expect(409).text()).contains("SIGNATURE");
            scene.sign(number).expect(200);
        }

        JsonNode ended = scene.complete(number).expect(200).json();

        assertThat(scene.show(number).path("status").asString()).isEqualTo(ends);
        assertThat(scene.agent().get("/api/v1/appointments/" + appointment).json().path("status").asString()).isEqualTo("DONE");
        JsonNode serviceCase = scene.agent().get("/api/v1/cases/" + caseNumber).expect(200).json();
        assertThat(serviceCase.path("status").asString()).isEqualTo(caseStatus);
        if (next == null) {
            assertThat(scene.workOrdersOf(caseNumber)).hasSize(1);
            return;
        }
        String following = ended.path("nextVisit").asString();
        JsonNode second = scene.show(following);
        assertThat(second.path("status").asString()).isEqualTo(next);
        assertThat(second.path("visitNumber").asInt()).isEqualTo(2);
        assertThat(second.path("visitReason").asString()).isEqualTo(outcome);
        assertThat(scene.workOrdersOf(caseNumber)).containsExactly(number, following);
        if (next.equals("WAITING_FOR_CUSTOMER")) {
            assertThat(serviceCase.path("clock").path("status").asString()).isEqualTo("PAUSED");
            scene.dispatcher().post("/api/v1/work-orders/" + following + "/customer-ready", Map.of()).expect(200);
            assertThat(scene.show(following).path("status").asString()).isEqualTo("RELEASED");
            assertThat(scene.agent().get("/api/v1/cases/" + caseNumber).json().path("clock").path("status").asString()).isEqualTo("RUNNING");
        }
        if (next.equals("WAITING_FOR_PART")) {
            assertThat(milestone(serviceCase, "PART_DELIVERY")).isEqualTo("RUNNING");
            scene.dispatcher().post("/api/v1/work-orders/" + following + "/part-arrived", Map.of()).expect(200);
            assertThat(milestone(scene.agent().get("/api/v1/cases/" + caseNumber).json(), "PART_DELIVERY")).isEqualTo("MET");
            assertThat(scene.show(following).path("status").asString()).isEqualTo("RELEASED");
        }
    }

    @Test
    void aVisitUsesUpTheQuotaOfItsContractLine() {
        CaseScene cases = scene.cases();
        CaseScene.Customer customer = cases.uncovered();
        house.client("service_manager.hangzhou").post("/api/v1/contracts", Map.of("accountNumber", customer.accountNumber(), "inForce", true,
                "paper", Map.of("title", "", "startsOn", "2020-01-01", "endsOn", "2035-12-31", "specialTerms", "", "currency", "CNY",
                        "lines", List.of(Map.of("coverageCode", "7x24x4", "covers", "ASSET", "serial", customer.asset().serial(), "includedVisits", 1)))))
                .expect(201);
        String claim = "/api/v1/entitlements?asset=" + customer.asset().serial();
        assertThat(scene.agent().get(claim).json().path("quotaUse").path("visits").asInt()).isZero();
        String caseNumber = cases.open(customer);
        cases.step(caseNumber, "release", Map.of()).expect(200);
        String first = scene.workOrdersOf(caseNumber).getFirst();
        scene.arrived(first);
        scene.write(first, Map.of("outcome", "PART_MISSING", "outcomeNote", "缺主板")).expect(200);
        scene.sign(first).expect(200);
        String second = scene.complete(first).expect(200).json().path("nextVisit").asString();
        assertThat(scene.agent().get(claim).json().path("covered").asBoolean()).as("a second visit is ours to pay").isTrue();

        scene.arrived(second);
        scene.answerChecklist(second);
        scene.write(second, Map.of()).expect(200);
        scene.sign(second).expect(200);
        scene.complete(second).expect(200);

        JsonNode usedUp = scene.agent().get(claim).expect(200).json();
        assertThat(usedUp.path("reason").asString()).isEqualTo("quota-used-up");
        assertThat(usedUp.path("lines").get(0).path("verdict").asString()).isEqualTo("USED_UP");
        assertThat(usedUp.path("lines").get(0).path("quotaUse").path("visits").asInt()).isEqualTo(1);
        assertThat(scene.agent().post("/api/v1/cases", customer.report()).expect(201).json().path("quoteFirst").asBoolean()).isTrue();
        String yearAgo = usedUp.path("day").asString().replaceFirst("^\\d{4}", "2024") + "T04:00:00Z";
        assertThat(scene.agent().get(claim + "&at=" + yearAgo).json().path("covered").asBoolean()).as("another contract year").isTrue();
    }

    private static String milestone(JsonNode serviceCase, String kind) {
        return serviceCase.path("clock").path("milestones").valueStream().filter(one -> one.path("kind").asString().equals(kind))
                .map(one -> one.path("status").asString()).findFirst().orElseThrow();
    }

    @Test
    void aSecondVisitCanRepairIt() {
        String first = scene.workOrder();
        String caseNumber = scene.caseOf(first);
        scene.arrived(first);
        scene.write(first, Map.of("outcome", "PART_MISSING", "outcomeNote", "缺主板")).expect(200);
        scene.sign(first).expect(200);
        String second = scene.complete(first).expect(200).json().path("nextVisit").asString();

        scene.arrived(second);
        scene.answerChecklist(second);
        scene.write(second, Map.of()).expect(200);
        scene.sign(second).expect(200);
        scene.complete(second).expect(200);

        assertThat(scene.agent().get("/api/v1/cases/" + caseNumber).json().path("status").asString()).isEqualTo("WORK_DONE");
        assertThat(scene.show(second).path("visits").size()).isEqualTo(2);
    }

    @Test
    void theCustomerReadsOnTheReportWhatDidNotCount() {
        String number = scene.workOrderAfterAPause(90, 60, 30);
        scene.arrived(number);

        JsonNode pauses = scene.completion(number).path("document").path("pauses");

        assertThat(pauses.size()).isEqualTo(1);
        assertThat(pauses.get(0).path("reason").asString()).isEqualTo("客户未准备好");
        assertThat(pauses.get(0).path("time").asString()).isEqualTo("服务时间 30 分钟");
        assertThat(pauses.get(0).path("evidence").asString()).isEqualTo("王伟来电：备份未完成");
    }

    @Test
    void aCancelledCaseTakesItsVisitAndAppointmentWithIt() {
        String number = scene.workOrder();
        String appointment = scene.book(number, scene.engineerCode(), VisitScene.aFreeHour(), false).expect(201).json()
                .path("appointment").path("number").asString();

        scene.agent().post("/api/v1/cases/" + scene.caseOf(number) + "/cancel", Map.of("reason", "误报")).expect(200);

        assertThat(scene.show(number).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(scene.agent().get("/api/v1/appointments/" + appointment).json().path("status").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void anotherBranchSeesNeitherOrderNorReport() {
        String number = scene.workOrder();
        TestClient other = house.client("dispatcher.ningbo");
        for (String path : List.of("", "/report", "/completion", "/verification", "/report.pdf", "/candidates")) {
            other.get("/api/v1/work-orders/" + number + path).expect(404);
        }
        assertThat(other.get("/api/v1/work-orders").expect(200).text()).doesNotContain(number);
        assertThat(other.get("/api/v1/work-orders/unassigned").expect(200).text()).doesNotContain(number);
    }

    @Test
    void theUnassignedListIsByDueTimeAndPagesWithoutLoss() {
        List<String> numbers = List.of(scene.workOrder(), scene.workOrder(), scene.workOrder());
        JsonNode first = scene.dispatcher().get("/api/v1/work-orders/unassigned?limit=1").expect(200).json();
        List<String> seen = new ArrayList<>();
        String cursor = first.path("nextCursor").asString();
        first.path("items").forEach(item -> seen.add(item.path("number").asString()));
        while (cursor != null && !cursor.isEmpty()) {
            JsonNode page = scene.dispatcher().get("/api/v1/work-orders/unassigned?limit=1&cursor=" + cursor).expect(200).json();
            page.path("items").forEach(item -> seen.add(item.path("number").asString()));
            cursor = page.path("nextCursor").isNull() ? "" : page.path("nextCursor").asString();
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(numbers);
    }

    /** At the site, everything written, nothing signed. */
    private String ready() {
        String number = scene.workOrder();
        scene.arrived(number);
        scene.answerChecklist(number);
        scene.write(number, Map.of()).expect(200);
        return number;
    }
}
