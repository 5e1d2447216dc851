package org.firstfix.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.catalina.connector.ClientAbortException;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ProblemDetail;
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
    @Autowired
    DSLContext database;

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

    /** As it comes out of the writer of JSON when the browser has gone. */
    @Test
    void whoLeftIsNotAnswered() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/cases");
        IOException brokenPipe = new IOException("Broken pipe");
        assertThat(advice.unexpected(new HttpMessageNotWritableException("Could not write JSON", new ClientAbortException(brokenPipe)), request)).isNull();
        assertThat(advice.unexpected(new HttpMessageNotWritableException("Could not write JSON", brokenPipe), request).getStatusCode().value()).isEqualTo(500);
    }

    @Test
    void whoseChangesCrossIsAskedToTryAgain() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        List<DataAccessException> ended;
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Future<Optional<DataAccessException>>> changes = List.of(people.submit(() -> cross("one", "other", both)),
                    people.submit(() -> cross("other", "one", both)));
            ended = List.of(changes.getFirst().get(), changes.getLast().get()).stream().flatMap(Optional::stream).toList();
        }
        assertThat(ended).hasSize(1);
        ProblemDetail told = advice.database(ended.getFirst(), new MockHttpServletRequest("PUT", "/api/v1/somewhere")).getBody();
        assertThat(told.getStatus()).isEqualTo(503);
        assertThat(told.getProperties()).containsEntry("code", "platform.crossed");
    }

    private Optional<DataAccessException> cross(String first, String second, CyclicBarrier both) {
        try {
            return house.asTheHouse(() -> {
                lock(first);
                try {
                    both.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
                lock(second);
                return Optional.empty();
            });
        } catch (DataAccessException e) {
            return Optional.of(e);
        }
    }

    private void lock(String what) {
        database.execute("select pg_advisory_xact_lock(hashtext(?))", "ProblemAdviceTest " + what);
    }
}
