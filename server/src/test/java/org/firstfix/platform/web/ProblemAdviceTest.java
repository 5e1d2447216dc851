package org.firstfix.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

/** What is wrong with a request is said with its name and its value, wherever in the request it stands. */
@ServerTest
class ProblemAdviceTest {
    @Autowired
    TestHouse house;
    @Autowired
    ProblemAdvice advice;

    @Test
    void aParameterThatIsTooLongIsNamed() {
        TestClient.Answer refused = house.client("agent.hangzhou").get("/api/v1/models?text=" + "x".repeat(101)).expect(400);
        assertThat(refused.code()).isEqualTo("platform.invalid-input");
        JsonNode error = refused.json().path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo("text");
        assertThat(error.path("message").asString()).contains("100");
    }

    @Test
    void aBodyBesideAParameterWithAConstraintIsJudgedFieldByField() {
        TestClient.Answer refused = house.client("service_manager.hangzhou").put("/api/v1/work-types/REPAIR", Map.of("nameZh", "", "nameEn", "Repair",
                "expectedMinutes", 3, "crewSize", 1, "checklist", List.of(Map.of("textZh", "检查", "textEn", " ", "kind", "CHECK", "unit", "", "required", true)),
                "active", true, "reason", "x"), 0).expect(400);
        assertThat(refused.json().path("errors").valueStream().map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("nameZh", "expectedMinutes", "checklist[0].textEn");
    }

    /** As the live stream hands it on when its browser has gone. */
    @Test
    void whoLeftIsNotAnswered() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/stream");
        IOException brokenPipe = new IOException("Broken pipe");
        assertThat(advice.unexpected(new HttpMessageNotWritableException("Could not write JSON", new ClientAbortException(brokenPipe)), request)).isNull();
        assertThat(advice.unexpected(new HttpMessageNotWritableException("Could not write JSON", brokenPipe), request).getStatusCode().value()).isEqualTo(500);
    }
}
