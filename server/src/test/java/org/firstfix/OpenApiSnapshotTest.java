package org.firstfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code openapi.json} in the tree is what the server really offers, so that a change of the API shows in review and the
 * typed client is made from it. {@code -Dfirstfix.openapi.write=true} writes it anew.
 */
@ServerTest
class OpenApiSnapshotTest {
    private static final Path SNAPSHOT = Path.of("openapi.json");

    @Autowired
    TestHouse house;

    @Test
    void theSnapshotIsWhatTheServerOffers() throws IOException {
        JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        JsonNode offered = house.anonymous().get("/api/v1/openapi").expect(200).json();
        assertThat(house.anonymous().get("/api/v1/openapi").expect(200).json()).as("asked again").isEqualTo(offered);
        if (Boolean.getBoolean("firstfix.openapi.write")) {
            Files.writeString(SNAPSHOT, json.writeValueAsString(offered) + "\n");
        }
        assertThat(SNAPSHOT).as("Run: mvn -pl server -am -Dtest=OpenApiSnapshotTest -Dfirstfix.openapi.write=true test").exists();
        assertThat(json.readTree(Files.readString(SNAPSHOT))).isEqualTo(offered);
    }
}
