package org.firstfix.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.firstfix.dispatch.storage.SmallMap;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server with a map of its operator. */
@ServerTest
class GroundMapTest {
    private static final byte[] MAP = SmallMap.content();

    @Autowired
    TestHouse house;

    @DynamicPropertySource
    static void map(DynamicPropertyRegistry registry) {
        registry.add("firstfix.map-file", () -> {
            try {
                return Files.write(Files.createTempFile("region", ".pmtiles"), MAP).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void whoMaySeeTheBoardReadsTheMapInPieces() {
        TestClient dispatcher = house.client("dispatcher.hangzhou");
        String address = dispatcher.get("/api/v1/board/map").expect(200).json().path("mapFile").asString();
        assertThat(address).startsWith("/api/v1/map-file?version=");

        TestClient.Answer piece = dispatcher.getRange(address, 3, 130).expect(206);
        assertThat(piece.bytes()).isEqualTo(Arrays.copyOfRange(MAP, 3, 131));
        assertThat(piece.header("Content-Range")).isEqualTo("bytes 3-130/" + MAP.length);
        assertThat(piece.header("ETag")).isNotEmpty();
        assertThat(piece.header("Cache-Control")).contains("private").doesNotContain("no-store");
        assertThat(dispatcher.getRange(address, 0, 16_383).expect(206).bytes()).isEqualTo(MAP);
        dispatcher.getRange(address, MAP.length, MAP.length + 10).expect(416);
    }

    @Test
    void strangersDoNot() {
        house.anonymous().getRange("/api/v1/map-file", 0, 10).expect(401);
    }
}
