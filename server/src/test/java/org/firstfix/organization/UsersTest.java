package org.firstfix.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class UsersTest {
    @Autowired
    TestHouse house;

    @Test
    void signsInAndTellsWhatOneMayDo() {
        JsonNode session = house.client("agent.hangzhou").get("/api/v1/session").expect(200).json();
        assertThat(session.path("permissions").valueStream().map(JsonNode::asString)).contains("case.open").doesNotContain("user.maintain");
        assertThat(session.path("orgUnit").path("path").asString()).isEqualTo("house.east.hangzhou");
    }

    @Test
    void refusesAWrongPasswordAndClosesTheDoorAfterEightFailures() {
        var stranger = house.anonymous();
        stranger.get("/api/v1/sign-in-options");
        Map<String, String> wrong = Map.of("userName", "sales.ningbo", "password", "guess");
        for (int i = 0; i < 8; i++) {
            assertThat(stranger.post("/api/v1/session", wrong).expect(401).code()).isEqualTo("platform.sign-in-refused");
        }
        assertThat(stranger.post("/api/v1/session", wrong).expect(429).code()).isEqualTo("platform.sign-in-throttled");
        Map<String, String> right = Map.of("userName", "sales.ningbo", "password", TestHouse.PASSWORD);
        stranger.post("/api/v1/session", right).expect(429);
    }

    @Test
    void signsOutEverywhere() {
        var first = house.anonymous().signIn("parts_planner.hangzhou", TestHouse.PASSWORD);
        var second = house.anonymous().signIn("parts_planner.hangzhou", TestHouse.PASSWORD);
        first.delete("/api/v1/sessions").expect(204);
        second.get("/api/v1/session").expect(401);
    }

    @Test
    void registersAUserWhoCanSignInOnlyWithinTheGrantersScope() {
        var administrator = house.client("administrator.hangzhou");
        Map<String, Object> user = Map.of("userName", "New.One", "password", "long enough for all", "name", "新人", "phone", "",
                "email", "", "language", "zh-CN", "orgUnitCode", "hangzhou", "roles", List.of(Map.of("role", "AGENT", "orgUnitCode", "hangzhou")));
        administrator.post("/api/v1/users", user).expect(201);
        house.anonymous().signIn("new.one", "long enough for all");
        assertThat(administrator.post("/api/v1/users", user).expect(409).code()).isEqualTo("organization.user-name-taken");
        Map<String, Object> elsewhere = new HashMap<>(user);
        elsewhere.put("userName", "another");
        elsewhere.put("roles", List.of(Map.of("role", "AGENT", "orgUnitCode", "ningbo")));
        assertThat(administrator.post("/api/v1/users", elsewhere).expect(403).code()).isEqualTo("organization.grant-outside-scope");
        Map<String, Object> weak = new HashMap<>(user);
        weak.put("userName", "weakling");
        weak.put("password", "short");
        assertThat(administrator.post("/api/v1/users", weak).expect(400).json().path("errors").get(0).path("code").asString())
                .isEqualTo("organization.password-too-short");
    }

    @Test
    void aPasswordThatSomebodyElseChoseOpensNothingButItsOwnChange() {
        Map<String, Object> user = Map.of("userName", "newcomer", "password", "chosen by somebody else", "name", "新来的", "phone", "",
                "email", "", "language", "en", "orgUnitCode", "hangzhou", "roles", List.of(Map.of("role", "ADMINISTRATOR", "orgUnitCode", "hangzhou")));
        String id = house.client("administrator.hangzhou").post("/api/v1/users", user).expect(201).json().path("userId").asString();
        var newcomer = house.anonymous().signIn("newcomer", "chosen by somebody else");
        for (String path : List.of("/api/v1/users", "/api/v1/cases", "/api/v1/inbox", "/api/v1/engineers/me", "/api/v1/stream", "/api/v1/exports/users.csv")) {
            assertThat(newcomer.get(path).expect(403).code()).as(path).isEqualTo("platform.password-must-change");
        }
        assertThat(newcomer.post("/api/v1/users", user).expect(403).code()).isEqualTo("platform.password-must-change");
        assertThat(newcomer.put("/api/v1/session/language", Map.of("language", "en")).expect(403).code()).isEqualTo("platform.password-must-change");
        assertThat(newcomer.get("/api/v1/session").expect(200).json().path("mustChangePassword").asBoolean()).isTrue();

        newcomer.put("/api/v1/session/password", Map.of("oldPassword", "chosen by somebody else", "newPassword", "my very own one")).expect(204);

        assertThat(newcomer.get("/api/v1/session").expect(200).json().path("mustChangePassword").asBoolean()).isFalse();
        newcomer.get("/api/v1/users").expect(200);

        // An administrator who sets a password knows it, too.
        house.client("administrator.hangzhou").put("/api/v1/users/" + id + "/password", Map.of("password", "chosen by somebody else")).expect(204);
        newcomer = house.anonymous().signIn("newcomer", "chosen by somebody else");
        newcomer.get("/api/v1/users").expect(403);
        newcomer.delete("/api/v1/session").expect(204);
    }

    @Test
    void colleaguesAreThoseOfOnesOwnPartOfTheHouse() {
        var found = house.client("engineer.hangzhou").get("/api/v1/colleagues?text=agent").expect(200).json().path("items");
        assertThat(found.valueStream().map(one -> one.path("userName").asString())).contains("agent.hangzhou").doesNotContain("agent.ningbo");
        assertThat(found.get(0).propertyNames()).as("names and places, nothing private").containsExactlyInAnyOrder(
                "userId", "personId", "name", "userName", "orgUnitNameZh", "orgUnitNameEn");
    }

    @Test
    void listsOnlyUsersOfOnesOwnScope() {
        JsonNode users = house.client("administrator.hangzhou").get("/api/v1/users?limit=100").expect(200).json().path("items");
        assertThat(users.valueStream().map(user -> user.path("orgUnitCode").asString())).isNotEmpty().containsOnly("hangzhou");
        house.client("agent.hangzhou").get("/api/v1/users").expect(403);
        house.anonymous().get("/api/v1/users").expect(401);
    }

    @Test
    void tellsTheSecondWriterWhatTheFirstOneWrote() {
        var administrator = house.client("administrator.ningbo");
        JsonNode user = administrator.get("/api/v1/users?text=agent").expect(200).json().path("items").get(0);
        String path = "/api/v1/users/" + user.path("userId").asString();
        Map<String, Object> change = Map.of("name", "第一", "phone", "", "email", "", "language", "en", "active", true,
                "roles", List.of(Map.of("role", "AGENT", "orgUnitCode", "ningbo")));
        administrator.put(path, change, user.path("version").asLong()).expect(200);
        var second = administrator.put(path, change, user.path("version").asLong()).expect(412);
        assertThat(second.json().path("values").path("current").path("name").asString()).isEqualTo("第一");
        administrator.put(path, change).expect(428);
    }

    @Test
    void repeatsTheAnswerForTheSameKeyAndRefusesAnotherBody() {
        var administrator = house.client("administrator.house");
        Map<String, Object> unit = Map.of("code", "wenzhou", "kind", "BRANCH", "nameZh", "温州", "nameEn", "Wenzhou", "parentCode", "east",
                "zone", "Asia/Shanghai");
        administrator.post("/api/v1/org-units", unit, "key-1").expect(201);
        var again = administrator.post("/api/v1/org-units", unit, "key-1").expect(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Map<String, Object> other = new HashMap<>(unit);
        other.put("code", "jiaxing");
        assertThat(administrator.post("/api/v1/org-units", other, "key-1").expect(422).code())
                .isEqualTo("platform.idempotency-other-body");
    }
}
