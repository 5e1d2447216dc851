package org.firstfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firstfix.organization.BuiltInRole;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Walks every endpoint of the OpenAPI document with every role, without a session and with a wrong CSRF token, and
 * expects exactly the permission that the document declares. No endpoint is exempt; the live stream, which never ends,
 * is asked only by those who get no answer.
 */
@ServerTest
class EveryEndpointTest {
    private static final Set<String> ENDLESS = Set.of("GET /api/v1/stream");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String NOBODY = "0190a000-0000-7000-8000-000000000000";

    @Autowired
    TestHouse house;

    private record Endpoint(String method, String path, String permission, String contentType) {
        String name() {
            return method + " " + path;
        }
    }

    @Test
    void asksEveryRoleForExactlyTheDeclaredPermission() {
        List<String> wrong = new ArrayList<>();
        for (BuiltInRole role : BuiltInRole.values()) {
            String user = role.name().toLowerCase(Locale.ROOT) + ".hangzhou";
            for (Endpoint endpoint : endpoints()) {
                boolean may = Set.of("anyone", "signed-in").contains(endpoint.permission())
                        || role.permissions().contains(endpoint.permission());
                boolean endsTheSession = endpoint.name().matches("DELETE /api/v1/sessions?");
                if (may && (ENDLESS.contains(endpoint.name()) || endsTheSession)) {
                    continue;
                }
                TestClient.Answer answer = call(house.client(user), endpoint);
                boolean refused = answer.status() == 403 && answer.code().equals("platform.permission-missing");
                if (refused == may || answer.status() == 401 && !endpoint.permission().equals("anyone") || answer.status() >= 500) {
                    wrong.add(role + " " + endpoint.name() + " (" + endpoint.permission() + ") answered " + answer.status() + " " + answer.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void letsNobodyInWithoutASession() {
        TestClient stranger = house.anonymous();
        stranger.get("/api/v1/sign-in-options");
        List<String> open = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            int status = call(stranger, endpoint).status();
            if (!endpoint.permission().equals("anyone") && status != 401) {
                open.add(endpoint.name() + " answered " + status);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void refusesEveryChangeWithAWrongCsrfToken() {
        TestClient forged = house.anonymous().signIn("service_manager.hangzhou", TestHouse.PASSWORD).withCsrfToken("forged");
        List<String> accepted = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            if (CHANGING.contains(endpoint.method()) && !endpoint.path().startsWith("/api/v1/hooks/")) {
                TestClient.Answer answer = call(forged, endpoint);
                if (answer.status() != 403 || !answer.code().equals("platform.csrf-refused")) {
                    accepted.add(endpoint.name() + " answered " + answer.status());
                }
            }
        }
        assertThat(accepted).isEmpty();
    }

    /** Broken, empty and hostile bodies are the caller's mistake everywhere, never an accident of ours. */
    @Test
    void answersBadInputWithAProblemEverywhere() {
        List<String> accidents = new ArrayList<>();
        TestClient administrator = house.client("administrator.hangzhou");
        TestClient manager = house.client("service_manager.hangzhou");
        for (Endpoint endpoint : endpoints()) {
            if (!CHANGING.contains(endpoint.method()) || endpoint.name().matches("DELETE /api/v1/sessions?")) {
                continue;
            }
            for (String body : List.of("{", "[]", "null", "{\"unexpected\":1}", "{\"at\":\"0000-01-01T00:00:00Z\"}", "\u0000", "")) {
                for (TestClient client : List.of(administrator, manager)) {
                    TestClient.Answer answer = client.send(endpoint.method(), fill(endpoint.path()), "application/json", body.getBytes());
                    if (answer.status() >= 500 || answer.status() < 400 && !body.isEmpty() && endpoint.contentType().contains("json")) {
                        accidents.add(endpoint.name() + " with " + body + " answered " + answer.status() + " " + answer.text());
                    }
                }
            }
        }
        assertThat(accidents).isEmpty();
    }

    /** Every answer about a thing that does not exist, and every unreadable parameter, is a 4xx. */
    @Test
    void answersNonsenseInPathsAndParametersWithAProblem() {
        TestClient manager = house.client("service_manager.hangzhou");
        Set<String> accidents = new TreeSet<>();
        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.method().equals("GET") || ENDLESS.contains(endpoint.name())) {
                continue;
            }
            for (String nonsense : List.of("x", "%00", "%27%20or%201=1", "-1", "9999999999999999999")) {
                String path = endpoint.path().replaceAll("\\{[^}]+}", nonsense);
                String query = "?limit=" + nonsense + "&cursor=" + nonsense + "&status=" + nonsense + "&from=0000-00-00&date=" + nonsense
                        + "&within=" + nonsense + "&account=" + nonsense + "&q=" + nonsense + "&text=" + nonsense;
                for (String call : List.of(path, path + query)) {
                    int status = manager.get(call).status();
                    if (status >= 500) {
                        accidents.add("GET " + call + " answered " + status);
                    }
                }
            }
        }
        assertThat(accidents).isEmpty();
    }

    private TestClient.Answer call(TestClient client, Endpoint endpoint) {
        if (endpoint.method().equals("GET")) {
            return client.get(fill(endpoint.path()));
        }
        if (endpoint.contentType().startsWith("multipart/")) {
            return client.upload(fill(endpoint.path()), "nothing.bin", new byte[] {0, 1, 2});
        }
        return client.send(endpoint.method(), fill(endpoint.path()), "application/json", "{}".getBytes());
    }

    private static String fill(String path) {
        return path.replaceAll("\\{[^}]+}", NOBODY);
    }

    private List<Endpoint> endpoints() {
        JsonNode document = house.anonymous().get("/api/v1/openapi").expect(200).json();
        List<Endpoint> endpoints = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String permission = method.getValue().path("x-permission").asString("");
                assertThat(permission).as(path.getKey()).isNotEmpty();
                String type = method.getValue().path("requestBody").path("content").properties().stream()
                        .map(Map.Entry::getKey).findFirst().orElse("");
                endpoints.add(new Endpoint(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), permission, type));
            }
        }
        assertThat(endpoints).isNotEmpty();
        return endpoints;
    }
}
