package org.firstfix.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Who is an engineer, and whose customers are whose. */
@ServerTest
@Import(VisitScene.class)
class EngineersTest {
    private final TestHouse house;
    private final VisitScene scene;

    @Autowired
    EngineersTest(TestHouse house, VisitScene scene) {
        this.house = house;
        this.scene = scene;
    }

    @Test
    void somebodyOfTheHouseBecomesAnEngineerOnce() {
        TestClient dispatcher = house.client("dispatcher.ningbo");
        JsonNode candidates = dispatcher.get("/api/v1/engineer-candidates").expect(200).json().path("items");
        assertThat(candidates.valueStream().map(person -> person.path("orgUnitNameEn").asString())).isNotEmpty()
                .as("people of another branch are none of theirs").containsOnly("ningbo");
        String person = candidates.valueStream().filter(one -> one.path("name").asString().startsWith("售后工程师"))
                .findFirst().orElseThrow().path("personId").asString();
        Map<String, Object> engineer = Map.of("personId", person, "code", "NB-T1", "skills", List.of(Map.of("code", "SERVER", "level", 2)));

        JsonNode registered = dispatcher.post("/api/v1/engineers", engineer).expect(201).json();

        assertThat(registered.path("code").asString()).isEqualTo("NB-T1");
        assertThat(registered.path("actions").toString()).contains("MAINTAIN");
        assertThat(dispatcher.get("/api/v1/engineer-candidates").expect(200).text()).doesNotContain(person);
        assertThat(dispatcher.post("/api/v1/engineers", engineer).expect(409).code()).isEqualTo("dispatch.engineer-known");
        house.client("engineer.ningbo").get("/api/v1/engineer-candidates").expect(403);
    }

    @Test
    void aCustomerGetsAnEngineerOfItsOwnAndGivesHimBack() {
        String customer = scene.show(scene.workOrder()).path("customer").path("number").asString();
        String path = "/api/v1/dedications/" + customer;
        TestClient dispatcher = scene.dispatcher();
        assertThat(dispatcher.get(path).expect(200).json().path("engineer").isNull()).isTrue();

        dispatcher.put(path, Map.of("engineerCode", scene.engineerCode(), "standInCodes", List.of(scene.otherCode()))).expect(200);

        JsonNode dedicated = scene.agent().get(path).expect(200).json();
        assertThat(dedicated.path("engineer").path("code").asString()).isEqualTo(scene.engineerCode());
        assertThat(dedicated.path("standIns").path(0).path("code").asString()).isEqualTo(scene.otherCode());
        assertThat(dedicated.path("actions")).isEmpty();
        scene.agent().put(path, Map.of()).expect(403);
        assertThat(dispatcher.put(path, Map.of("engineerCode", scene.engineerCode(), "standInCodes", List.of(scene.engineerCode()))).expect(400).text())
                .contains("dispatch.stands-in-for-himself");
        assertThat(dispatcher.put(path, Map.of("engineerCode", scene.engineerCode(), "standInCodes", List.of(scene.otherCode(), scene.otherCode()))).expect(400).text())
                .contains("dispatch.stand-ins-not-possible");

        dispatcher.put(path, Map.of()).expect(200);
        assertThat(dispatcher.get(path).expect(200).json().path("engineer").isNull()).isTrue();
    }

    @Test
    void theListAtRiskTellsWhoIsWaitingForWhatAndWhoGoesThere() {
        String order = scene.workOrder();
        JsonNode shown = scene.show(order);
        assertThat(atRisk(order).path("engineerName").isNull()).isTrue();
        assertThat(atRisk(order).path("caseNumber").asString()).isEqualTo(shown.path("serviceCase").path("number").asString());
        assertThat(atRisk(order).path("customerName").asString()).isNotBlank();
        assertThat(atRisk(order).path("siteName").asString()).isEqualTo(shown.path("site").path("name").asString());

        scene.book(order, scene.engineerCode(), VisitScene.aFreeHour(), false).expect(201);

        assertThat(atRisk(order).path("engineerName").asString()).startsWith("售后工程师");
        assertThat(house.client("dispatcher.ningbo").get("/api/v1/at-risk?within=P366D&limit=500").expect(200).text()).doesNotContain(order);
    }

    private JsonNode atRisk(String workOrder) {
        return scene.dispatcher().get("/api/v1/at-risk?within=P366D&limit=500").expect(200).json().path("items").valueStream()
                .filter(row -> row.path("workOrderNumber").asString("").equals(workOrder)).findFirst().orElseThrow();
    }
}
