package org.firstfix.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseScene;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.CustomerApi;
import org.firstfix.diagnosis.domain.MakersTickets;
import org.firstfix.diagnosis.query.GuidedChecks;
import org.firstfix.diagnosis.query.MakersTable;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The maker's table and the guided checks as they are delivered, and the answers of a case. */
@ServerTest
class GuidedChecksTest {
    private final TestHouse house;
    private final CaseScene scene;
    private final GuidedChecks checks;
    private final MakersTable table;

    @Autowired
    GuidedChecksTest(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts, GuidedChecks checks, MakersTable table) {
        this.house = house;
        this.scene = new CaseScene(house, customers, assets, contracts);
        this.checks = checks;
        this.table = table;
    }

    @Test
    void theTableStartsWithLinesInBothLanguages() {
        List<MakersTickets.Line> lines = house.asTheHouse(table::active);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(50).allSatisfy(line -> {
            assertThat(line.wordsZh()).isNotBlank();
            assertThat(line.wordsEn()).isNotBlank();
            assertThat(line.weight()).isBetween(0.1, 50.0);
        });
        assertThat(lines).extracting(MakersTickets.Line::symptomCode).contains(Optional.of("power.no-display"), Optional.of("memory.error"));
    }

    @Test
    void checksAreThoseOfTheSymptomAndThoseOfAll() {
        List<GuidedChecks.Check> ofNoDisplay = house.asTheHouse(() -> checks.active(Optional.empty(), Optional.of("power.no-display")));
        assertThat(ofNoDisplay).extracting(GuidedChecks.Check::code).contains("minimum-set", "moved-lately").doesNotContain("raid-in-post");
        assertThat(house.asTheHouse(() -> checks.active(Optional.of("none"), Optional.empty()))).extracting(GuidedChecks.Check::code)
                .containsExactly("moved-lately");
        GuidedChecks.Check minimum = ofNoDisplay.stream().filter(check -> check.code().equals("minimum-set")).findFirst().orElseThrow();
        assertThat(minimum.yes()).containsEntry("board.mainboard", 0.05).doesNotContainKey("cooling.fan");
        assertThat(minimum.otherwise()).isEqualTo(0.30);
        Set<String> symptoms = new HashSet<>(List.of("power.no-display", "memory.error", "storage.disk-amber", "network.link-down"));
        assertThat(symptoms).allSatisfy(symptom -> assertThat(house.asTheHouse(() -> checks.active(Optional.empty(), Optional.of(symptom)))).hasSizeGreaterThan(3));
    }

    @Test
    void aCorrectedAnswerKeepsTheEarlierOne() {
        String path = "/api/v1/cases/" + scene.open(scene.covered()) + "/checks";
        TestClient agent = scene.agent();
        assertThat(agent.get(path).expect(200).json().path("items").size()).isZero();
        agent.put(path + "/beeps", Map.of("answer", "NO"), 0).expect(200);
        // The same word again changes nothing.
        agent.put(path + "/beeps", Map.of("answer", "NO"), 1).expect(200);
        JsonNode corrected = house.client("technical_support.hangzhou").put(path + "/beeps", Map.of("answer", "YES"), 1).expect(200).json()
                .path("items").get(0);
        assertThat(corrected.path("answer").asString()).isEqualTo("YES");
        assertThat(corrected.path("revision").asInt()).isEqualTo(2);
        assertThat(corrected.path("earlier").size()).isEqualTo(1);
        assertThat(corrected.path("earlier").get(0).path("answer").asString()).isEqualTo("NO");
        assertThat(agent.put(path + "/beeps", Map.of("answer", "UNKNOWN"), 1).expect(412).json().path("values").path("current").get(0)
                .path("answer").asString()).isEqualTo("YES");
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        String number = scene.open(scene.covered());
        String path = "/api/v1/cases/" + number + "/checks";
        TestClient agent = scene.agent();
        agent.put(path + "/no-such-check", Map.of("answer", "NO"), 0).expect(404);
        agent.put(path + "/beeps", Map.of("answer", "NO")).expect(428);
        agent.put(path + "/beeps", Map.of("answer", "MAYBE"), 0).expect(400);
        house.client("sales.hangzhou").put(path + "/beeps", Map.of("answer", "NO"), 0).expect(403);
        house.client("agent.ningbo").put(path + "/beeps", Map.of("answer", "NO"), 0).expect(404);
        agent.post("/api/v1/cases/" + number + "/cancel", Map.of("reason", "客户撤销")).expect(200);
        assertThat(agent.put(path + "/beeps", Map.of("answer", "NO"), 0).expect(409).code()).isEqualTo("diagnosis.case-is-over");
        assertThat(agent.get(path).expect(200).json().path("items").size()).isZero();
    }
}
