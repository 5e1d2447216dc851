package org.firstfix;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

@ServerTest
@Import(VisitScene.class)
class LookTest {
    @Autowired TestHouse house;
    @Autowired VisitScene scene;
    @Autowired Environment environment;

    @Test
    void look() throws Exception {
        String one = scene.engineerCode();
        String two = scene.otherCode();
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        String today = Instant.now().atZone(zone).toLocalDate().toString();
        for (String code : List.of(one, two)) {
            scene.dispatcher().post("/api/v1/engineers/" + code + "/shifts", Map.of("from", today, "until", Instant.now().atZone(zone).toLocalDate().plusDays(9).toString(),
                "weekdays", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"), "startsAt", "07:30", "endsAt", "20:30", "kind", "NORMAL")).expect(200);
        }
        Instant eight = Instant.now().atZone(zone).toLocalDate().atTime(9, 0).atZone(zone).toInstant();
        String done = scene.workOrder();
        scene.predict(scene.caseOf(done));
        String v = scene.book(done, one, eight, false).expect(201).json().path("appointment").path("number").asString();
        scene.engineer().post("/api/v1/appointments/" + v + "/arrive", Map.of()).expect(200);
        scene.answerChecklist(done);
        scene.engineer().post("/api/v1/work-orders/" + done + "/parts", Map.of("kind", "USED", "partNumber", "R7-MAINBOARD", "quantity", 1, "serial", "MB1")).expect(201);
        scene.write(done, Map.of()).expect(200);
        scene.sign(done).expect(200);
        scene.complete(done).expect(200);
        String part = scene.workOrder();
        v = scene.book(part, one, eight.plusSeconds(7200 * 2), false).expect(201).json().path("appointment").path("number").asString();
        scene.engineer().post("/api/v1/appointments/" + v + "/arrive", Map.of()).expect(200);
        scene.write(part, Map.of("outcome", "PART_MISSING", "outcomeNote", "主板未到，需再次上门")).expect(200);
        scene.sign(part).expect(200);
        scene.complete(part).expect(200);
        String going = scene.workOrder();
        scene.predict(scene.caseOf(going));
        v = scene.book(going, one, eight.plusSeconds(3600 * 7), false).expect(201).json().path("appointment").path("number").asString();
        scene.engineer().post("/api/v1/appointments/" + v + "/arrive", Map.of()).expect(200);
        scene.engineer().put("/api/v1/work-orders/" + going + "/checklist/3", Map.of("answer", "OK", "reading", 38)).expect(200);
        scene.engineer().put("/api/v1/work-orders/" + going + "/checklist/1", Map.of("answer", "OK")).expect(200);
        scene.book(scene.workOrder(), one, eight.plusSeconds(3600 * 9), false).expect(201);
        scene.book(scene.workOrder(), two, eight.plusSeconds(3600 * 2), false).expect(201);
        scene.book(scene.workOrder(), two, eight.plusSeconds(3600 * 5), false).expect(201);
        scene.dispatcher().post("/api/v1/engineers/" + two + "/absences", Map.of("startsAt", eight.plusSeconds(3600 * 8).toString(), "endsAt", eight.plusSeconds(3600 * 12).toString(), "reason", "TRAINING")).expect(201);
        for (int i = 0; i < 6; i++) scene.workOrder();
        Files.writeString(Path.of("/tmp/look/ready"), environment.getRequiredProperty("local.server.port") + " " + done + " " + going + " " + one);
        while (!Files.exists(Path.of("/tmp/look/stop"))) Thread.sleep(500);
    }
}
