package org.firstfix.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Types of work over HTTP: added, changed, retired; and what visits make of it. */
@ServerTest
@Import(VisitScene.class)
class WorkTypesTest {
    private final TestHouse house;
    private final VisitScene scene;

    @Autowired
    WorkTypesTest(TestHouse house, VisitScene scene) {
        this.house = house;
        this.scene = scene;
    }

    @Test
    void whatIsOrderedFromThenOnFollowsTheChangeAndWhatIsOrderedAlreadyDoesNot() {
        String before = scene.workOrder();
        JsonNode repair = type("REPAIR");
        Map<String, Object> change = input(repair);
        change.put("expectedMinutes", 135);
        change.put("crewSize", 2);
        change.put("checklist", List.of(check("已断电", "Power off"), reading("输入电压", "Input voltage", "V", 198, 242)));
        change.put("reason", "新作业规范");
        JsonNode changed = manager().put(path("REPAIR"), change, repair.path("version").asInt()).expect(200).json();
        assertThat(changed.path("version").asInt()).isEqualTo(repair.path("version").asInt() + 1);

        JsonNode ordered = scene.show(scene.workOrder());
        assertThat(ordered.path("expectedMinutes").asInt()).isEqualTo(135);
        assertThat(ordered.path("crewSize").asInt()).isEqualTo(2);
        assertThat(ordered.path("checklist").toString()).contains("Input voltage", "198", "242").doesNotContain("Backup");
        JsonNode kept = scene.show(before);
        assertThat(kept.path("expectedMinutes").asInt()).isEqualTo(repair.path("expectedMinutes").asInt());
        assertThat(kept.path("crewSize").asInt()).isEqualTo(1);

        assertThat(manager().put(path("REPAIR"), change, repair.path("version").asInt()).expect(412).code()).isEqualTo("platform.changed-meanwhile");
        assertThat(manager().put(path("REPAIR"), change, changed.path("version").asInt()).expect(200).json().path("version").asInt())
                .as("nothing has changed").isEqualTo(changed.path("version").asInt());
        Map<String, Object> asBefore = input(repair);
        asBefore.put("reason", "撤回");
        manager().put(path("REPAIR"), asBefore, changed.path("version").asInt()).expect(200);
    }

    @Test
    void aTypeIsAddedRetiredAndThenNotOrderedAnyMore() {
        Map<String, Object> cleaning = new HashMap<>(Map.of("nameZh", "深度清洁", "nameEn", "Deep cleaning", "expectedMinutes", 240, "crewSize", 1,
                "checklist", List.of(), "active", true, "reason", "新服务"));
        manager().put(path("CLEANING"), cleaning).expect(200);
        assertThat(manager().put(path("CLEANING"), cleaning).expect(409).code()).isEqualTo("platform.entry-code-taken");
        String caseNumber = scene.caseOf(scene.workOrder());
        String open = scene.workOrdersOf(caseNumber).getFirst();
        scene.dispatcher().post("/api/v1/work-orders/" + open + "/cancel", Map.of("reason", "改为清洁")).expect(200);
        cleaning.put("active", false);
        cleaning.put("reason", "不再提供");
        manager().put(path("CLEANING"), cleaning, 0).expect(200);
        assertThat(scene.dispatcher().post("/api/v1/work-orders", Map.of("caseNumber", caseNumber, "workType", "CLEANING")).expect(409).code())
                .isEqualTo("workorder.work-type-retired");
        cleaning.put("active", true);
        cleaning.put("reason", "恢复");
        manager().put(path("CLEANING"), cleaning, 1).expect(200);
        String ordered = scene.dispatcher().post("/api/v1/work-orders", Map.of("caseNumber", caseNumber, "workType", "CLEANING")).expect(201).json()
                .path("number").asString();
        assertThat(scene.show(ordered).path("expectedMinutes").asInt()).isEqualTo(240);
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        JsonNode inspection = type("INSPECTION");
        int version = inspection.path("version").asInt();
        refused(with(inspection, "expectedMinutes", 3), version, "expectedMinutes");
        refused(with(inspection, "crewSize", 5), version, "crewSize");
        refused(with(inspection, "nameEn", " "), version, "nameEn");
        refused(with(inspection, "checklist", List.of(reading("温度", "Temperature", "", 15, 30))), version, "workorder.reading-without-unit");
        refused(with(inspection, "checklist", List.of(reading("温度", "Temperature", "°C", 30, 15))), version, "workorder.limits-backwards");
        Map<String, Object> silent = with(inspection, "expectedMinutes", 75);
        silent.put("reason", " ");
        refused(silent, version, "platform.entry-reason-missing");
        JsonNode repair = type("REPAIR");
        assertThat(manager().put(path("REPAIR"), with(repair, "active", false), repair.path("version").asInt()).expect(400).text())
                .contains("workorder.repair-is-needed");
        scene.dispatcher().put(path("INSPECTION"), with(inspection, "expectedMinutes", 75), version).expect(403);
        manager().put(path("NONE"), with(inspection, "expectedMinutes", 75), 0).expect(404);
        assertThat(type("INSPECTION")).isEqualTo(inspection);
    }

    private void refused(Map<String, Object> input, int version, String why) {
        assertThat(manager().put(path("INSPECTION"), input, version).expect(400).text()).contains(why);
    }

    private JsonNode type(String code) {
        return manager().get("/api/v1/work-types").expect(200).json().path("items").valueStream().filter(type -> type.path("code").asString().equals(code)).findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> with(JsonNode type, String field, Object value) {
        Map<String, Object> input = input(type);
        input.put(field, value);
        return input;
    }

    private static Map<String, Object> input(JsonNode type) {
        Map<String, Object> input = new HashMap<>();
        List.of("nameZh", "nameEn", "expectedMinutes", "crewSize", "checklist", "active").forEach(field -> input.put(field, type.path(field)));
        input.put("reason", "测试");
        return input;
    }

    private static Map<String, Object> check(String zh, String en) {
        return Map.of("textZh", zh, "textEn", en, "kind", "CHECK", "unit", "", "required", true);
    }

    private static Map<String, Object> reading(String zh, String en, String unit, int low, int high) {
        return Map.of("textZh", zh, "textEn", en, "kind", "READING", "unit", unit, "low", low, "high", high, "required", true);
    }

    private TestClient manager() {
        return house.client("service_manager.hangzhou");
    }

    private static String path(String code) {
        return "/api/v1/work-types/" + code;
    }
}
