package org.firstfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * The whole loop over HTTP, with the ten real reports of the field material: call, case, diagnosis, work order,
 * appointment, arrival, service report, signature, feedback, closed; each by the role that does it.
 */
@ServerTest
class LoopTest {
    /** Reported symptom, model, customer, causes found; the words are those of the field, the codes the product's. */
    private record FieldReport(String symptom, String symptomCode, String model, String customer, List<String> causes) {}

    private static final List<FieldReport> REPORTS = List.of(
            new FieldReport("4个HDD黄灯常亮", "storage.disk-amber", "7979Q7C", "中国电子口岸数据中心", List.of("raid.card")),
            new FieldReport("硬盘在X3400的ctrl+a无法识别到", "storage.disk-not-detected", "888798X", "杭州维荣科技信息有限公司", List.of("disk.damaged")),
            new FieldReport("机器开机加电无显示", "power.no-display", "6623ISN", "杭州市中国重汽集团", List.of("memory.damaged")),
            new FieldReport("开机无显", "power.no-display", "8840CFG", "省地税局", List.of("board.mainboard")),
            new FieldReport("RAID卡自检不过", "storage.raid-self-test", "7979R01", "东方红网吧", List.of("connection.slot")),
            new FieldReport("开机无显", "power.no-display", "7974Q3F", "中国银行", List.of("board.mainboard")),
            new FieldReport("报DIMM1错，光通路MEM黄灯亮", "memory.error", "7979A11", "中萃", List.of("memory.damaged")),
            new FieldReport("开机即蓝屏", "system.blue-screen", "867512D", "爱知工程有限公司", List.of("board.mainboard", "memory.damaged")),
            new FieldReport("BOARD报错", "board.error", "7979F3A", "浙江农信", List.of("board.pci")),
            new FieldReport("硬盘黄灯常亮", "storage.disk-amber", "867071X", "日本三井住友银行", List.of("disk.offline")));

    @Autowired
    TestHouse house;

    private TestClient agent;
    private TestClient support;
    private TestClient dispatcher;
    private TestClient engineer;

    @BeforeEach
    void signIn() {
        agent = house.client("agent.hangzhou");
        support = house.client("technical_support.hangzhou");
        dispatcher = house.client("dispatcher.hangzhou");
        engineer = house.client("engineer.hangzhou");
    }

    @Test
    void takesTenRealReportsThroughTheLoop() throws Exception {
        registerEngineer();
        int slot = 0;
        for (FieldReport report : REPORTS) {
            String number = open(report);
            diagnose(number, report);
            String workOrder = release(number);
            visit(workOrder, report, Instant.now().plus(2L * slot++, ChronoUnit.HOURS));
            close(number);
            seesWhetherThePredictionWasRight(number, report);
        }
        nobodyOfAnotherBranchSeesAnyOfIt();
    }

    /** Everything that has an address is asked for by every role of the other branch. */
    private void nobodyOfAnotherBranchSeesAnyOfIt() {
        TestClient manager = house.client("service_manager.hangzhou");
        Map<String, String> things = new HashMap<>();
        things.put("/api/v1/cases", "number");
        things.put("/api/v1/customers", "number");
        things.put("/api/v1/sites", "number");
        things.put("/api/v1/assets", "serial");
        things.put("/api/v1/contracts", "number");
        things.put("/api/v1/work-orders", "number");
        things.put("/api/v1/engineers", "code");
        Set<String> leaks = new TreeSet<>();
        for (Map.Entry<String, String> thing : things.entrySet()) {
            JsonNode own = manager.get(thing.getKey() + "?limit=5").expect(200).json().path("items");
            assertThat(own.size()).as(thing.getKey()).isPositive();
            for (String role : List.of("agent", "dispatcher", "technical_support", "engineer", "dedicated_engineer", "service_manager",
                    "parts_planner", "sales", "administrator")) {
                TestClient stranger = house.client(role + ".ningbo");
                TestClient.Answer list = stranger.get(thing.getKey() + "?limit=100");
                if (list.status() == 200 && list.json().path("items").size() > 0) {
                    leaks.add(role + " lists " + thing.getKey() + ": " + list.text());
                }
                for (JsonNode item : own) {
                    String path = thing.getKey() + "/" + item.path(thing.getValue()).asString();
                    int status = stranger.get(path).status();
                    if (status != 404 && status != 403) {
                        leaks.add(role + " reads " + path + ": " + status);
                    }
                }
            }
        }
        for (String asked : List.of("C-", "W-", "7979", "维荣", "zgyh", "0571")) {
            JsonNode hits = house.client("agent.ningbo").get("/api/v1/search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)).expect(200).json();
            if (hits.path("items").size() > 0) {
                leaks.add("search for " + asked + " finds " + hits);
            }
        }
        assertThat(leaks).isEmpty();
    }

    private void registerEngineer() {
        JsonNode user = house.client("administrator.hangzhou").get("/api/v1/users?text=engineer.hangzhou").expect(200).json().path("items").get(0);
        dispatcher.post("/api/v1/engineers", Map.of("personId", user.path("personId").asString(), "code", "E01", "skills",
                List.of(Map.of("code", "SERVER", "level", 4)))).expect(201);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        dispatcher.post("/api/v1/engineers/E01/shifts", Map.of("from", today.toString(), "until", today.plusDays(7).toString(),
                "weekdays", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"),
                "startsAt", "08:00", "endsAt", "20:00", "kind", "NORMAL"));
    }

    /** The customer with a machine under contract, then the call. */
    private String open(FieldReport report) {
        Map<String, Object> account = new HashMap<>(Map.of("name", report.customer(), "shortName", "", "tier", "IMPORTANT", "industry", "",
                "language", "zh-CN", "overdue", false, "remarks", "", "orgUnitCode", "hangzhou", "reason", ""));
        String customer = agent.post("/api/v1/customers", account).expect(201).json().path("number").asString();
        String site = agent.post("/api/v1/customers/" + customer + "/sites", new HashMap<>(Map.of("name", "机房", "address", "文三路 1 号",
                "city", "杭州", "district", "西湖区", "zone", "Asia/Shanghai", "latitude", 30.27, "longitude", 120.13, "accessNotes", "",
                "orgUnitCode", "hangzhou", "reason", ""))).expect(201).json().path("number").asString();
        String serial = "SN" + report.model() + customer.replaceAll("\\D", "");
        agent.post("/api/v1/assets", new HashMap<>(Map.of("serial", serial, "modelCode", report.model(), "siteNumber", site, "importance",
                "HIGH", "usedFor", "", "criticalHours", "", "location", "A-01", "software", List.of(), "reason", ""))).expect(201);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        Map<String, Object> line = Map.of("coverageCode", "7x24x4", "covers", "ASSET", "serial", serial);
        house.client("service_manager.hangzhou").post("/api/v1/contracts", Map.of("accountNumber", customer, "inForce", true, "paper",
                Map.of("title", "维保", "startsOn", today.minusYears(1).toString(), "endsOn", today.plusYears(1).toString(), "specialTerms",
                        "", "currency", "CNY", "lines", List.of(line)))).expect(201);
        JsonNode opened = agent.post("/api/v1/cases", Map.of("subject", report.symptom(), "symptomCode", report.symptomCode(), "assetSerial",
                serial, "impact", "STOPPED", "urgency", "HIGH", "description", report.symptom())).expect(201).json();
        return opened.path("number").asString();
    }

    private void diagnose(String number, FieldReport report) {
        TestClient.Answer before = support.get("/api/v1/cases/" + number + "/diagnosis").expect(200);
        List<Map<String, Object>> likely = new ArrayList<>();
        likely.add(Map.of("code", report.causes().getFirst(), "probability", 0.6));
        support.put("/api/v1/cases/" + number + "/diagnosis", Map.of("unknown", false, "likelyCauses", likely, "parts", List.of("FF-CBL-DISK",
                "FF-CBL-POWER"), "remarks", ""), before.json().path("version").asLong()).expect(200);
        TestClient.Answer three = support.put("/api/v1/cases/" + number + "/diagnosis", Map.of("unknown", false, "likelyCauses", likely,
                "parts", List.of("FF-CBL-DISK", "FF-CBL-POWER", "FF-CBL-NET"), "remarks", ""), before.json().path("version").asLong() + 1);
        assertThat(three.status()).as("three parts").isBetween(400, 422);
    }

    private String release(String number) {
        agent.post("/api/v1/cases/" + number + "/release", Map.of()).expect(200);
        JsonNode orders = dispatcher.get("/api/v1/work-orders?case=" + number).expect(200).json().path("items");
        return orders.get(0).path("number").asString();
    }

    private void visit(String workOrder, FieldReport report, Instant slot) throws Exception {
        String visit = dispatcher.post("/api/v1/appointments", Map.of("workOrderNumber", workOrder, "engineerCode", "E01", "startsAt",
                slot.truncatedTo(ChronoUnit.MINUTES).toString())).expect(201).json().path("appointment").path("number").asString();
        for (String step : List.of("accept", "travel", "arrive")) {
            engineer.post("/api/v1/appointments/" + visit + "/" + step, Map.of()).expect(200);
        }
        String path = "/api/v1/work-orders/" + workOrder;
        for (JsonNode check : engineer.get(path).expect(200).json().path("checklist")) {
            Map<String, Object> answer = check.path("kind").asString().equals("READING") ? Map.of("reading", 22) : Map.of("answer", "OK");
            engineer.put(path + "/checklist/" + check.path("position").asInt(), answer).expect(200);
        }
        long version = engineer.get(path + "/report").expect(200).json().path("version").asLong();
        engineer.put(path + "/report", Map.of("findings", report.symptom(), "actions", "更换并测试", "advice", "", "trueCauses", report.causes(),
                "predictionRight", true, "outcome", "REPAIRED", "outcomeNote", ""), version).expect(200);
        engineer.post(path + "/parts", Map.of("kind", "USED", "partNumber", "FF-CBL-DISK", "quantity", 1)).expect(201);
        JsonNode completion = engineer.get(path + "/completion").expect(200).json();
        assertThat(completion.path("beforeSignature").size()).as(completion.toString()).isZero();
        engineer.post(path + "/sign", Map.of("name", "李建国", "strokes", List.of(List.of(20, 100, 60, 40, 100, 120, 200, 80)), "documentSha256",
                completion.path("documentSha256").asString())).expect(200);
        engineer.post(path + "/complete", Map.of()).expect(200);
        assertThat(engineer.get(path + "/verification").expect(200).json().path("documentMatches").asBoolean()).isTrue();
        try (var pdf = Loader.loadPDF(engineer.get(path + "/report.pdf").expect(200).bytes())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(workOrder).contains(report.customer());
        }
    }

    private void close(String number) {
        agent.post("/api/v1/cases/" + number + "/close", Map.of("customerSaid", "好了")).expect(200);
        JsonNode closed = agent.get("/api/v1/cases/" + number).expect(200).json();
        assertThat(closed.path("status").asString()).isEqualTo("CLOSED");
    }

    private void seesWhetherThePredictionWasRight(String number, FieldReport report) {
        JsonNode diagnosis = support.get("/api/v1/cases/" + number + "/diagnosis").expect(200).json();
        assertThat(diagnosis.path("status").asString()).isEqualTo("SCORED");
        assertThat(diagnosis.path("outcome").path("causes").valueStream().map(cause -> cause.path("code").asString()))
                .containsExactlyInAnyOrderElementsOf(report.causes());
        assertThat(diagnosis.path("outcome").path("topHit").asBoolean()).isTrue();
    }
}
