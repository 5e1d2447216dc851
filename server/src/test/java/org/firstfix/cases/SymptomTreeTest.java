package org.firstfix.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.asset.AssetApi;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.CustomerApi;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The tree of symptoms over HTTP: kept by the house, chosen at intake. */
@ServerTest
class SymptomTreeTest {
    private static final String SYMPTOMS = "/api/v1/trees/symptoms";

    private final TestHouse house;
    private final CaseScene scene;

    @Autowired
    SymptomTreeTest(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts) {
        this.house = house;
        this.scene = new CaseScene(house, customers, assets, contracts);
    }

    @Test
    void aNewSymptomCanBeReportedAtOnceAndRetiredAgain() {
        add("power.burnt", symptom("power", "有焦味", "Smells burnt")).expect(201);
        assertThat(scene.agent().get("/api/v1/symptoms").expect(200).text()).as("typed ahead by pinyin").contains("\"initials\":\"yjw\"");
        Map<String, Object> report = scene.covered().report();
        report.put("symptomCode", "power.burnt");
        scene.agent().post("/api/v1/cases", report).expect(201);
        assertThat(line("power.burnt").path("cases").asInt()).isEqualTo(1);
        change("power.burnt", 0, symptom("power", "有焦味", "Smells burnt", false), "并入冒烟").expect(200);
        assertThat(scene.agent().get("/api/v1/symptoms").expect(200).text()).doesNotContain("power.burnt");
        assertThat(scene.agent().post("/api/v1/cases", report).expect(400).text()).contains("cases.symptom-unknown");
        support().postVersioned(SYMPTOMS + "/power.burnt/bring-back", Map.of("version", 0, "reason", "仍需要"), 1).expect(200);
        scene.agent().post("/api/v1/cases", report).expect(201);
        JsonNode states = support().get(SYMPTOMS + "/power.burnt/versions").expect(200).json().path("items");
        assertThat(states.size()).isEqualTo(3);
        assertThat(states.get(1).path("changes").toString()).isEqualTo("[{\"field\":\"active\",\"before\":\"true\",\"after\":\"false\"}]");
        assertThat(states.get(0).path("reason").asString()).isEqualTo("仍需要");
    }

    @Test
    void whatACaseOfAnyBranchNamesCannotBecomeAGroup() {
        add("board.smoke", symptom("board", "冒烟", "Smoke")).expect(201);
        add("board.smoke.never", symptom("board.smoke", "下级", "Below")).expect(201);
        assertThat(scene.agent().post("/api/v1/cases", with("board.smoke")).expect(400).text()).as("a group").contains("cases.symptom-unknown");
        JsonNode choice = scene.agent().get("/api/v1/symptoms").expect(200).json().path("items").valueStream()
                .filter(item -> item.path("code").asString().equals("board.smoke")).findFirst().orElseThrow();
        assertThat(choice.path("parentCode").isNull()).as("offered as a group, not as a choice").isTrue();
        scene.agent().post("/api/v1/cases", with("board.smoke.never")).expect(201);
        assertThat(house.client("technical_support.ningbo").post(SYMPTOMS, Map.of("code", "board.smoke.never.more", "reason", "新增", "symptom",
                symptom("board.smoke.never", "再下级", "Deeper"))).expect(400).text()).contains("platform.tree-chosen-becomes-group");
        assertThat(change("board", 0, symptom("board.smoke", "主板与板卡", "Boards"), "移动").expect(400).text()).contains("platform.tree-circle");
    }

    @Test
    void theOldVersionIsRefused() {
        add("system.slow", symptom("system", "运行慢", "Slow")).expect(201);
        change("system.slow", 0, symptom("system", "运行缓慢", "Slow"), "用词").expect(200);
        assertThat(change("system.slow", 0, symptom("system", "慢", "Slow"), "用词").expect(412).json().path("values").path("current")
                .path("nameZh").asString()).isEqualTo("运行缓慢");
        house.client("agent.hangzhou").put(SYMPTOMS + "/system.slow", Map.of("symptom", symptom("system", "慢", "Slow"), "reason", "用词"), 1).expect(403);
    }

    @Test
    void aSymptomInOneLanguageIsShownInTheOtherByThatName() {
        add("system.noise", symptom("system", "滴滴响", "")).expect(201);
        assertThat(line("system.noise").path("lacks").toString()).isEqualTo("[\"ENGLISH\"]");
        JsonNode choice = scene.agent().get("/api/v1/symptoms").expect(200).json().path("items").valueStream()
                .filter(item -> item.path("code").asString().equals("system.noise")).findFirst().orElseThrow();
        assertThat(choice.path("nameEn").asString()).isEqualTo("滴滴响");
    }

    private Map<String, Object> with(String symptom) {
        Map<String, Object> report = scene.covered().report();
        report.put("symptomCode", symptom);
        return report;
    }

    private TestClient support() {
        return house.client("technical_support.hangzhou");
    }

    private TestClient.Answer add(String code, Map<String, Object> symptom) {
        return support().post(SYMPTOMS, Map.of("code", code, "symptom", symptom, "reason", "新增"));
    }

    private TestClient.Answer change(String code, int version, Map<String, Object> symptom, String reason) {
        return support().put(SYMPTOMS + "/" + code, Map.of("symptom", symptom, "reason", reason), version);
    }

    private JsonNode line(String code) {
        return support().get(SYMPTOMS + "?limit=500").expect(200).json().path("items").valueStream()
                .filter(item -> item.path("code").asString().equals(code)).findFirst().orElseThrow();
    }

    private static Map<String, Object> symptom(String parent, String zh, String en) {
        return symptom(parent, zh, en, true);
    }

    private static Map<String, Object> symptom(String parent, String zh, String en, boolean active) {
        Map<String, Object> symptom = new HashMap<>(Map.of("nameZh", zh, "nameEn", en, "families", List.of(), "active", active));
        symptom.put("parentCode", parent);
        return symptom;
    }
}
