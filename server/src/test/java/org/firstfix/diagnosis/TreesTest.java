package org.firstfix.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.firstfix.diagnosis.domain.MakersTickets;
import org.firstfix.diagnosis.query.GuidedChecks;
import org.firstfix.diagnosis.query.MakersTable;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Causes, remedies, the maker's table and guided checks over HTTP: rules, versions, history, bringing back. */
@ServerTest
class TreesTest {
    private static final String CAUSES = "/api/v1/trees/causes";
    private static final String LINES = "/api/v1/trees/fault-lines";

    @Autowired
    TestHouse house;

    @Autowired
    MakersTable table;

    @Autowired
    GuidedChecks checks;

    @Autowired
    DSLContext database;

    @Test
    void aCauseIsAddedChangedRetiredAndBroughtBack() {
        add("cooling.pump", cause("cooling", "水泵故障", "Pump fault", "FAN")).expect(201);
        JsonNode first = line(CAUSES, "cooling.pump");
        assertThat(first.path("lacks").toString()).as("nobody says how to mend it").isEqualTo("[\"REMEDY\"]");
        assertThat(first.path("group").asBoolean()).isFalse();
        change("cooling.pump", 0, cause("cooling", "水泵失效", "", "FAN", "CABLE"), "按手册改名").expect(200);
        assertThat(line(CAUSES, "cooling.pump").path("lacks").toString()).isEqualTo("[\"ENGLISH\",\"REMEDY\"]");
        Map<String, Object> retired = cause("cooling", "水泵失效", "", "FAN", "CABLE");
        retired.put("active", false);
        change("cooling.pump", 1, retired, "不再有水冷机").expect(200);
        JsonNode states = history("causes/cooling.pump");
        assertThat(states.size()).isEqualTo(3);
        assertThat(states.get(0).path("changes").toString()).contains("\"field\":\"active\",\"before\":\"true\",\"after\":\"false\"");
        assertThat(states.get(1).path("changes").toString()).contains("Pump fault").contains("FAN, CABLE").doesNotContain("parentCode");
        assertThat(states.get(1).path("reason").asString()).isEqualTo("按手册改名");
        assertThat(states.get(1).path("changedBy").asString()).isNotBlank();
        assertThat(states.get(2).path("facts").toString()).contains("Pump fault");
        support().postVersioned(CAUSES + "/cooling.pump/bring-back", Map.of("version", 0, "reason", "还有两台"), 2).expect(200);
        JsonNode back = line(CAUSES, "cooling.pump");
        assertThat(back.path("nameEn").asString()).isEqualTo("Pump fault");
        assertThat(back.path("active").asBoolean()).isTrue();
        assertThat(back.path("version").asInt()).as("history goes on").isEqualTo(3);
        assertThat(house.asTheHouse(() -> database.fetch("select reason from platform.journal where type = 'TreeEntryChanged'"
                + " and subject_type = 'cause' and subject_id = 'cooling.pump' order by position")).getValues(0))
                .isEqualTo(List.of("新增", "按手册改名", "不再有水冷机", "还有两台"));
    }

    @Test
    void theOldVersionIsRefusedAndNothingChanges() {
        add("cooling.old", cause("cooling", "甲", "A")).expect(201);
        change("cooling.old", 0, cause("cooling", "乙", "B"), "更名").expect(200);
        JsonNode stale = change("cooling.old", 0, cause("cooling", "丙", "C"), "更名").expect(412).json();
        assertThat(stale.path("values").path("current").path("nameZh").asString()).isEqualTo("乙");
        assertThat(line(CAUSES, "cooling.old").path("nameEn").asString()).isEqualTo("B");
        support().put(CAUSES + "/cooling.old", Map.of("cause", cause("cooling", "丙", "C"), "reason", "无版本")).expect(428);
        assertThat(change("cooling.old", 1, cause("cooling", "丙", "C"), " ").expect(400).text()).contains("platform.entry-reason-missing");
        change("cooling.old", 1, cause("cooling", "乙", "B"), "没有改动").expect(200);
        assertThat(history("causes/cooling.old").size()).as("no change, no version").isEqualTo(2);
    }

    @Test
    void theTreeOfCausesStaysATree() {
        assertThat(change("disk", version(CAUSES, "disk"), cause("disk.damaged", "硬盘", "Disk"), "移动").expect(400).text()).contains("platform.tree-circle");
        assertThat(change("disk", version(CAUSES, "disk"), cause(null, "硬盘", "Disk", false), "停用").expect(409).code())
                .isEqualTo("platform.tree-group-in-use");
        assertThat(add("disk.damaged.head", cause("disk.damaged", "磁头", "Head")).expect(400).text())
                .as("remedies and lines name it as a cause").contains("platform.tree-chosen-becomes-group");
        assertThat(add("disk.damaged", cause("disk", "甲", "A")).expect(409).code()).isEqualTo("platform.entry-code-taken");
        assertThat(add("Disk Damaged", cause("disk", "", "", "cable")).expect(400).json().path("errors").size())
                .as("code, name and kind of part at once").isEqualTo(3);
        add("disk.a", cause("disk", "甲", "A")).expect(201);
        add("disk.b", cause("disk.a", "乙", "B")).expect(201);
        assertThat(line(CAUSES, "disk.a").path("group").asBoolean()).as("it holds something now").isTrue();
        JsonNode choices = support().get("/api/v1/causes").expect(200).json().path("items");
        assertThat(choices.valueStream().filter(one -> one.path("code").asString().equals("disk.a")).findFirst().orElseThrow().path("parentCode").isNull())
                .as("offered as a group, not as a choice").isTrue();
        assertThat(support().post("/api/v1/trees/remedies", Map.of("code", "mend-a", "reason", "新增", "remedy",
                remedy(List.of("disk.a"), 30))).expect(400).text()).contains("diagnosis.cause-unknown");
    }

    @Test
    void twoMovesAtTheSameMomentMakeNoCircle() throws Exception {
        add("ring", cause(null, "环", "Ring")).expect(201);
        add("ring.a", cause("ring", "甲", "A")).expect(201);
        add("ring.b", cause("ring", "乙", "B")).expect(201);
        TestClient one = support();
        TestClient other = house.client("technical_support.ningbo");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> moves = List.of(
                    () -> one.put(CAUSES + "/ring.a", Map.of("cause", cause("ring.b", "甲", "A"), "reason", "移动"), 0).status(),
                    () -> other.put(CAUSES + "/ring.b", Map.of("cause", cause("ring.a", "乙", "B"), "reason", "移动"), 0).status());
            List<Integer> answers = both.invokeAll(moves).stream().map(TreesTest::answer).sorted().toList();
            assertThat(answers).containsExactly(200, 400);
        }
    }

    @Test
    void aRetiredCauseIsSilentButThePastKeepsIt() {
        add("power.test", cause("power", "测试电源", "Test supply")).expect(201);
        long before = house.asTheHouse(table::version);
        addLine("retire-01", "power.test", "1.0").expect(201);
        assertThat(house.asTheHouse(table::version)).isGreaterThan(before);
        assertThat(house.asTheHouse(table::active)).extracting(MakersTickets.Line::id).contains("retire-01");
        support().post("/api/v1/trees/checks", Map.of("code", "retire-check", "reason", "新增", "check", check("power.test", "0.9"))).expect(201);
        Map<String, Object> retired = cause("power", "测试电源", "Test supply");
        retired.put("active", false);
        change("power.test", 0, retired, "停产").expect(200);
        assertThat(support().get("/api/v1/causes").expect(200).text()).as("nobody is offered it").doesNotContain("\"power.test\"");
        assertThat(house.asTheHouse(table::active)).extracting(MakersTickets.Line::id).doesNotContain("retire-01");
        assertThat(house.asTheHouse(() -> checks.active(Optional.empty(), Optional.empty())).stream()
                .filter(one -> one.code().equals("retire-check")).findFirst().orElseThrow().yes()).isEmpty();
        assertThat(line(LINES, "retire-01").path("lacks").toString()).contains("CAUSE_RETIRED");
        assertThat(addLine("retire-02", "power.test", "1.0").expect(400).text()).as("nothing new may name it").contains("diagnosis.cause-unknown");
        support().put(LINES + "/retire-01", Map.of("line", faultLine("power.test", "2.0"), "reason", "加重"), 0).expect(200);
        assertThat(line(LINES, "retire-01").path("weight").asDouble()).as("what named it before may still be changed").isEqualTo(2.0);
    }

    @Test
    void aWeightIsATenthToFifty() {
        addLine("weight-least", "power.supply", "0.1").expect(201);
        addLine("weight-most", "power.supply", "50").expect(201);
        assertThat(addLine("weight-none", "power.supply", "0").expect(400).text()).contains("diagnosis.weight-out-of-range");
        assertThat(addLine("weight-more", "power.supply", "50.1").expect(400).text()).contains("diagnosis.weight-out-of-range");
        addLine("weight-fine", "power.supply", "0.15").expect(400);
        assertThat(addLine("weight-group", "power", "1").expect(400).text()).contains("diagnosis.cause-unknown");
        Map<String, Object> strange = faultLine("power.supply", "1");
        strange.put("symptomCode", "power");
        assertThat(support().post(LINES, Map.of("code", "weight-symptom", "reason", "新增", "line", strange)).expect(400).text())
                .contains("diagnosis.symptom-unknown");
    }

    @Test
    void noSignIsSure() {
        support().post("/api/v1/trees/checks", Map.of("code", "sure-99", "reason", "新增", "check", check("power.supply", "0.99"))).expect(201);
        assertThat(support().post("/api/v1/trees/checks", Map.of("code", "sure-1", "reason", "新增", "check", check("power.supply", "1.00"))).expect(400)
                .text()).contains("diagnosis.sign-too-sure");
        assertThat(support().post("/api/v1/trees/checks", Map.of("code", "sure-0", "reason", "新增", "check", check("power.supply", "0.00"))).expect(400)
                .text()).contains("diagnosis.sign-too-sure");
    }

    @Test
    void aRemedyTakesAMinuteToTwoDaysAndMendsSomething() {
        TestClient support = support();
        assertThat(support.post("/api/v1/trees/remedies", Map.of("code", "mend-none", "reason", "新增", "remedy", remedy(List.of(), 30))).expect(400).text())
                .contains("diagnosis.remedy-without-cause");
        assertThat(support.post("/api/v1/trees/remedies", Map.of("code", "mend-long", "reason", "新增", "remedy", remedy(List.of("power.supply"), 2881)))
                .expect(400).text()).contains("diagnosis.minutes-out-of-range");
        support.post("/api/v1/trees/remedies", Map.of("code", "mend", "reason", "新增", "remedy", remedy(List.of("power.supply"), 2880))).expect(201);
        assertThat(line("/api/v1/trees/remedies", "mend").path("causes").toString()).isEqualTo("[\"power.supply\"]");
    }

    @Test
    void familiesLeaveOutWhatHoldsOnlyForOthers() {
        Map<String, Object> only = cause("board", "老主板", "Old board");
        only.put("families", List.of("x346"));
        add("board.old", only).expect(201);
        assertThat(support().get(CAUSES + "?limit=500&family=x346").expect(200).text()).contains("board.old").contains("board.mainboard");
        assertThat(support().get(CAUSES + "?limit=500&family=x3650").expect(200).text()).doesNotContain("board.old").contains("board.mainboard");
    }

    @Test
    void whoMayReadMayNotChange() {
        TestClient agent = house.client("agent.hangzhou");
        assertThat(agent.get(CAUSES + "?limit=1").expect(200).json().path("items").get(0).path("actions").isEmpty()).isTrue();
        agent.post(CAUSES, Map.of("code", "agent.cause", "cause", cause("power", "甲", "A"), "reason", "新增")).expect(403);
        agent.get("/api/v1/trees/causes/no-such/versions").expect(404);
        agent.get("/api/v1/trees/flowers/rose/versions").expect(404);
    }

    private TestClient support() {
        return house.client("technical_support.hangzhou");
    }

    private TestClient.Answer add(String code, Map<String, Object> cause) {
        return support().post(CAUSES, Map.of("code", code, "cause", cause, "reason", "新增"));
    }

    private TestClient.Answer change(String code, int version, Map<String, Object> cause, String reason) {
        return support().put(CAUSES + "/" + code, Map.of("cause", cause, "reason", reason), version);
    }

    private TestClient.Answer addLine(String code, String cause, String weight) {
        return support().post(LINES, Map.of("code", code, "line", faultLine(cause, weight), "reason", "新增"));
    }

    private JsonNode line(String list, String code) {
        return support().get(list + "?limit=500").expect(200).json().path("items").valueStream()
                .filter(item -> item.path("code").asString().equals(code)).findFirst().orElseThrow();
    }

    private int version(String list, String code) {
        return line(list, code).path("version").asInt();
    }

    private JsonNode history(String what) {
        return support().get("/api/v1/trees/" + what + "/versions").expect(200).json().path("items");
    }

    private static Map<String, Object> cause(String parent, String zh, String en, String... partKinds) {
        Map<String, Object> cause = new HashMap<>(Map.of("nameZh", zh, "nameEn", en, "families", List.of(), "partKinds", List.of(partKinds), "active", true));
        cause.put("parentCode", parent);
        return cause;
    }

    private static Map<String, Object> cause(String parent, String zh, String en, boolean active) {
        Map<String, Object> cause = cause(parent, zh, en);
        cause.put("active", active);
        return cause;
    }

    private static Map<String, Object> remedy(List<String> causes, int minutes) {
        return Map.of("nameZh", "更换", "nameEn", "Replace", "causes", causes, "partKinds", List.of(), "families", List.of(), "minutes", minutes, "active", true);
    }

    private static Map<String, Object> faultLine(String cause, String weight) {
        return new HashMap<>(Map.of("wordsZh", "不加电", "wordsEn", "No power", "causeCode", cause, "partKinds", List.of(), "weight",
                new java.math.BigDecimal(weight), "source", "手册 12 页", "active", true));
    }

    private static Map<String, Object> check(String cause, String yes) {
        return Map.ofEntries(Map.entry("questionZh", "灯亮吗？"), Map.entry("questionEn", "Is it lit?"), Map.entry("howZh", ""), Map.entry("howEn", ""),
                Map.entry("doneBy", "CUSTOMER"), Map.entry("minutes", 2), Map.entry("families", List.of()), Map.entry("symptomCodes", List.of()),
                Map.entry("otherwise", 0.5), Map.entry("signs", List.of(Map.of("causeCode", cause, "yes", new java.math.BigDecimal(yes)))),
                Map.entry("active", true));
    }

    private static int answer(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
