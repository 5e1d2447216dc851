package org.firstfix.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class LiveStreamTest {
    @Autowired
    TestHouse house;

    @Test
    void tellsWhoSeesThePlaceAndNobodyElse() throws Exception {
        try (var above = open("administrator.house", null); var elsewhere = open("agent.ningbo", null)) {
            String code = register("hangzhou");
            assertThat(next(above, code)).contains("org-unit.OrgUnitRegistered");
            String marker = register("ningbo");
            String seen = next(elsewhere, marker);
            assertThat(seen).doesNotContain(code);
        }
    }

    @Test
    void givesWhatWasMissedToABrowserThatComesBack() throws Exception {
        String lastSeen;
        try (var stream = open("administrator.house", null)) {
            String line = next(stream, register("hangzhou"));
            lastSeen = line.replaceAll(".*\"id\":\"(\\d+)\".*", "$1");
        }
        String missed = register("hangzhou");
        try (var stream = open("administrator.house", lastSeen)) {
            assertThat(next(stream, missed)).contains(missed);
        }
    }

    @Test
    void tellsWhatHappenedBetweenReadingThePageAndOpeningTheStream() throws Exception {
        String missed = register("hangzhou");
        try (var stream = read("administrator.house", "/api/v1/stream?age=60000", null)) {
            assertThat(next(stream, missed)).contains(missed);
        }
        try (var stream = read("administrator.house", "/api/v1/stream", null)) {
            String later = register("hangzhou");
            assertThat(next(stream, later)).doesNotContain(missed);
        }
    }

    private String register(String parent) {
        String code = "u" + UUID.randomUUID().toString().substring(0, 8);
        house.client("administrator.house").post("/api/v1/org-units", Map.of("code", code, "kind", "STATION", "nameZh", code,
                "nameEn", code, "parentCode", parent, "zone", "Asia/Shanghai")).expect(201);
        return code;
    }

    private BufferedReader open(String user, @Nullable String lastSeen) {
        return read(user, "/api/v1/stream", lastSeen);
    }

    private BufferedReader read(String user, String path, @Nullable String lastSeen) {
        TestClient client = house.anonymous().signIn(user, TestHouse.PASSWORD);
        return new BufferedReader(new InputStreamReader(client.stream(path, lastSeen), StandardCharsets.UTF_8));
    }

    /** All data lines up to the one that names the subject. */
    private static String next(BufferedReader stream, String subject) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
            StringBuilder seen = new StringBuilder();
            try {
                for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                    if (line.startsWith("data:")) {
                        seen.append(line);
                    }
                    if (line.contains(subject)) {
                        return seen.toString();
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return seen.toString();
        }).get(10, TimeUnit.SECONDS);
    }
}
