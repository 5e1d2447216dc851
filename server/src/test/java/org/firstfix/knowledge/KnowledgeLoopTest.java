package org.firstfix.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.firstfix.cases.CaseScene;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Knowledge over HTTP: written, reviewed by somebody else, found, used on cases, and counted by how those ended. */
@ServerTest
@Import(VisitScene.class)
class KnowledgeLoopTest {
    private static final String ARTICLES = "/api/v1/knowledge/articles";

    private final TestHouse house;
    private final VisitScene scene;
    private final DSLContext database;

    @Autowired
    KnowledgeLoopTest(TestHouse house, VisitScene scene, DSLContext database) {
        this.house = house;
        this.scene = scene;
        this.database = database;
    }

    @Test
    void writtenReviewedPublishedSuggestedFollowedSolvedCounted() {
        JsonNode draft = support().post(ARTICLES, script("STAFF", "开机无显示：最小化配置", "No display: minimal configuration", "power.no-display"))
                .expect(201).json();
        String number = draft.path("number").asString();
        assertThat(draft.path("status").asString()).isEqualTo("DRAFT");
        assertThat(draft.path("actions").toString()).isEqualTo("[\"WRITE\",\"ASK_FOR_REVIEW\",\"RETIRE\"]");
        String caseNumber = scene.cases().open(scene.cases().covered());
        assertThat(suggested(caseNumber)).as("a draft is found by nobody").doesNotContain(number);
        scene.agent().get(ARTICLES + "/" + number).expect(404);

        JsonNode asked = step(support(), number, "ask-for-review", Map.of()).expect(200).json();
        assertThat(asked.path("actions").toString()).as("four eyes").doesNotContain("PUBLISH").contains("SEND_BACK");
        assertThat(step(support(), number, "publish", Map.of()).expect(409).code()).isEqualTo("knowledge.four-eyes");
        step(scene.engineer(), number, "publish", Map.of()).expect(403);
        step(manager(), number, "publish", Map.of()).expect(200);

        JsonNode knowledge = knowledge(scene.agent(), caseNumber);
        JsonNode found = knowledge.path("suggestions").valueStream().filter(it -> it.path("number").asString().equals(number)).findFirst().orElseThrow();
        assertThat(found.path("because").path("symptom").asString()).isEqualTo("power.no-display");
        assertThat(found.path("because").path("words").toString()).contains("无显示");
        open(scene.agent(), caseNumber, number).expect(200);
        open(scene.agent(), caseNumber, number).expect(200);
        follow(scene.agent(), caseNumber, number, 1, "SOLVED", UUID.randomUUID()).expect(200);
        JsonNode followed = knowledge(scene.agent(), caseNumber).path("followings").get(0);
        assertThat(followed.path("result").asString()).isEqualTo("SOLVED");
        assertThat(followed.path("steps").size()).isEqualTo(2);
        assertThat(followed.path("steps").get(1).path("result").asString()).isEqualTo("FAILED");
        assertThat(worth(number).path("used").asInt()).as("opened, followed, not ended").isEqualTo(1);
        resolve(caseNumber);
        JsonNode worth = worth(number);
        assertThat(worth.path("figures").path("results").path("RESOLVED_REMOTELY").asInt()).isEqualTo(1);
        assertThat(worth.path("figures").path("share").asDouble()).isEqualTo(1);
        assertThat(worth.path("figures").path("low").asDouble()).isBetween(.2, .21);
        assertThat(worth.path("figures").path("verdict").asString()).isEqualTo("TOO_FEW");
        assertThat(worth.path("followings").path("SOLVED").asInt()).isEqualTo(1);
        scene.cases().step(caseNumber, "reopen", Map.of("reason", "又出现")).expect(200);
        assertThat(worth(number).path("figures").path("results").path("REOPENED").asInt()).isEqualTo(1);
        assertThat(worth(number).path("figures").path("good").asInt()).isZero();
    }

    @Test
    void aVisitCountsTooAndWhatCameAfterTheSolutionDoesNot() {
        String helped = published("STAFF", "主板更换要点", "Replacing a mainboard", "power.no-display");
        String late = published("STAFF", "主板选型参考", "Choosing a mainboard", "power.no-display");
        String workOrder = scene.workOrder();
        String caseNumber = scene.caseOf(workOrder);
        open(scene.engineer(), caseNumber, helped).expect(200);
        repair(workOrder);
        open(scene.engineer(), caseNumber, late).expect(200);
        assertThat(worth(helped).path("figures").path("results").path("FIRST_VISIT").asInt()).isEqualTo(1);
        assertThat(worth(late).path("figures").path("cases").asInt()).isZero();
    }

    @Test
    void comparableCasesAreThoseWithTheSymptomAndNoArticle() {
        String number = published("STAFF", "比较", "Compared", "cooling.overheat");
        String with = open("cooling.overheat");
        open(scene.agent(), with, number).expect(200);
        resolve(with);
        String without = open("cooling.overheat");
        resolve(without);
        scene.cases().step(without, "reopen", Map.of("reason", "又出现")).expect(200);
        resolve(open("cooling.overheat"));
        resolve(open("cooling.fan-noise"));
        JsonNode figures = worth(number).path("figures");
        assertThat(figures.path("base").asDouble()).isEqualTo(.5);
        assertThat(figures.path("baseCases").asInt()).isEqualTo(2);
        JsonNode line = scene.agent().get("/api/v1/knowledge/usefulness").expect(200).json().path("items").valueStream()
                .filter(it -> it.path("number").asString().equals(number)).findFirst().orElseThrow();
        assertThat(line.path("figures").toString()).isEqualTo(figures.toString());
    }

    @Test
    void readersKeepTheirEditionWhileTheNextIsWrittenAndEveryEditionStaysReadable() {
        String number = published("STAFF", "第一版标题", "First title", "memory.error");
        int version = newest(number).path("version").asInt();
        Map<String, Object> text = text("STAFF", "第二版标题", "Second title", "memory.error", List.of());
        support().put(ARTICLES + "/" + number, Map.of("text", text, "reason", "补充槽位"), version).expect(200);
        assertThat(support().put(ARTICLES + "/" + number, Map.of("text", text, "reason", "再改"), version).expect(412).json().path("values").path("current")
                .path("content").path("title").path("en").asString()).isIn("First title", "Second title");
        assertThat(scene.agent().get(ARTICLES + "/" + number).expect(200).json().path("content").path("title").path("en").asString()).isEqualTo("First title");
        scene.agent().get(ARTICLES + "/" + number + "?edition=2").expect(404);
        assertThat(support().get(ARTICLES + "/" + number + "?edition=2").expect(200).json().path("content").path("title").path("zh").asString())
                .isEqualTo("第二版标题");
        JsonNode editions = support().get(ARTICLES + "/" + number + "/editions").expect(200).json().path("items");
        assertThat(editions.valueStream().map(it -> it.path("reason").asString() + it.path("published").asBoolean()).toList())
                .containsExactly("补充槽位false", "true");
        step(support(), number, "ask-for-review", Map.of()).expect(200);
        assertThat(step(manager(), number, "send-back", Map.of("remark", "标题太泛")).expect(200).json().path("reviewRemark").asString()).isEqualTo("标题太泛");
        step(support(), number, "ask-for-review", Map.of()).expect(200);
        step(manager(), number, "publish", Map.of()).expect(200);
        assertThat(scene.agent().get(ARTICLES + "/" + number).expect(200).json().path("content").path("title").path("en").asString()).isEqualTo("Second title");
        String caseNumber = open("memory.error");
        follow(scene.engineer(), caseNumber, number, 1, "NOT_SOLVED", UUID.randomUUID()).expect(200);
        step(manager(), number, "retire", Map.of("remark", "过时")).expect(200);
        scene.agent().get(ARTICLES + "/" + number).expect(404);
        assertThat(open(scene.agent(), caseNumber, number).expect(409).code()).isEqualTo("knowledge.not-published");
    }

    @Test
    void whatIsToldTwiceIsRecordedOnceAndNonsenseChangesNothing() {
        String number = publish(support().post(ARTICLES, script("STAFF", "风扇脚本", "Fan script", "cooling.fan-noise")).expect(201).json().path("number").asString());
        String caseNumber = open("cooling.fan-noise");
        UUID id = UUID.randomUUID();
        follow(scene.agent(), caseNumber, number, 1, "NOT_SOLVED", id).expect(200);
        follow(scene.agent(), caseNumber, number, 1, "NOT_SOLVED", id).expect(200);
        assertThat(follow(scene.agent(), open("cooling.fan-noise"), number, 1, "NOT_SOLVED", id).expect(409).code())
                .isEqualTo("knowledge.following-of-another-case");
        follow(scene.agent(), caseNumber, number, 2, "NOT_SOLVED", UUID.randomUUID()).expect(404);
        follow(scene.agent(), "C-NONE", number, 1, "SOLVED", UUID.randomUUID()).expect(404);
        house.client("agent.ningbo").get("/api/v1/cases/" + caseNumber + "/knowledge").expect(404);
        assertThat(knowledge(scene.agent(), caseNumber).path("followings").size()).isEqualTo(1);
        assertThat(scene.agent().post(ARTICLES, script("STAFF", "坐席", "Agent", "memory.error")).expect(403).code()).isEqualTo("platform.permission-missing");
        assertThat(support().post(ARTICLES, script("STAFF", "未知", "Unknown", "no.such")).expect(400).json().path("errors").get(0).path("code").asString())
                .isEqualTo("knowledge.code-unknown");
        assertThat(support().post(ARTICLES, script("STAFF", "分类", "Group", "memory")).expect(400).json().path("errors").get(0).path("field").asString())
                .isEqualTo("symptoms");
    }

    @Test
    void aLinkIsSeenFirstAndMayBeTakenBack() {
        String number = published("STAFF", "网口排查", "Checking a port", "network.link-down");
        String caseNumber = open("network.link-down");
        link(caseNumber, "link", number);
        JsonNode linked = link(caseNumber, "link", number);
        assertThat(linked.path("linked").size()).isEqualTo(1);
        assertThat(linked.path("suggestions").toString()).doesNotContain("\"" + number + "\"");
        assertThat(knowledge(scene.engineer(), caseNumber).path("linked").get(0).path("article").path("number").asString()).isEqualTo(number);
        assertThat(link(caseNumber, "unlink", number).path("linked").size()).isZero();
        assertThat(link(caseNumber, "link", number).path("linked").size()).isEqualTo(1);
    }

    @Test
    void opinionsAreKeptApart() {
        String number = published("STAFF", "观点", "Opinion", "board.error");
        JsonNode worth = scene.agent().post(ARTICLES + "/" + number + "/opinions", Map.of("helpful", false, "why", "步骤太多")).expect(200).json();
        assertThat(worth.path("opinions").path("notHelpful").asInt()).isEqualTo(1);
        worth = scene.agent().post(ARTICLES + "/" + number + "/opinions", Map.of("helpful", true, "why", "")).expect(200).json();
        assertThat(worth.path("opinions").path("notHelpful").asInt()).as("the newest word holds").isZero();
        assertThat(worth.path("figures").path("cases").asInt()).isZero();
    }

    @Test
    void aSolvedCaseBecomesOneDraftWithoutItsCustomer() throws Exception {
        CaseScene.Customer customer = scene.cases().covered();
        Map<String, Object> report = new HashMap<>(customer.report());
        String contact = "王伟" + Integer.parseInt(customer.mobile().substring(3));
        report.put("description", contact + "（" + customer.mobile() + "）来电：机器 " + customer.asset().serial() + " 开机无显示，请回电 0571-88776655");
        String caseNumber = scene.agent().post("/api/v1/cases", report).expect(201).json().path("number").asString();
        assertThat(writeUp(support(), caseNumber).expect(409).code()).isEqualTo("knowledge.case-not-solved");
        scene.cases().step(caseNumber, "release", Map.of()).expect(200);
        String workOrder = scene.workOrdersOf(caseNumber).getFirst();
        repair(workOrder);
        assertThat(knowledge(support(), caseNumber).path("actions").toString()).contains("WRITE_UP");
        assertThat(knowledge(scene.agent(), caseNumber).path("actions").size()).isZero();
        assertThat(support().get("/api/v1/knowledge/worth-an-article").expect(200).json().path("items").toString()).contains("board.mainboard");
        List<Callable<Integer>> both = List.of(() -> writeUp(support(), caseNumber).status(), () -> writeUp(manager(), caseNumber).status());
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(both)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        String number = knowledge(support(), caseNumber).path("writtenUp").asString();
        JsonNode draft = newest(number);
        assertThat(draft.path("sourceCase").asString()).isEqualTo(caseNumber);
        assertThat(draft.path("content").path("about").path("causes").toString()).contains("board.mainboard");
        assertThat(draft.path("content").path("body").path("zh").asString()).contains("更换主板", "开机无显示", "诊断卡停在 C1")
                .doesNotContain(contact, customer.mobile(), customer.asset().serial(), "88776655");
        assertThat(draft.path("content").path("title").path("en").asString()).isEqualTo("No display at power-on: Mainboard fault");
        assertThat(support().get("/api/v1/knowledge/worth-an-article").expect(200).json().path("items").toString()).doesNotContain("board.mainboard");
        assertThat(house.client("technical_support.ningbo").get(ARTICLES + "/" + number).expect(200).json().path("sourceCase").isNull())
                .as("a case of another branch").isTrue();
    }

    @Test
    void customersFindWhatIsForThemAndNothingElse() {
        String theirs = published("CUSTOMER", "UPS 蜂鸣怎么办", "What to do when the UPS beeps", "power.supply-alarm");
        String ours = published("STAFF", "UPS 内部旁路密码", "UPS internal bypass code", "power.supply-alarm");
        String draft = support().post(ARTICLES, script("CUSTOMER", "UPS 未发布", "UPS unpublished", "power.supply-alarm")).expect(201).json().path("number").asString();
        TestClient street = house.anonymous();
        String hits = street.get("/api/v1/help/articles?text=UPS").expect(200).text();
        assertThat(hits).contains(theirs).doesNotContain(ours, draft, "密码", "bypass code", "unpublished");
        assertThat(street.get("/api/v1/help/articles").expect(200).text()).contains(theirs).doesNotContain(ours, draft);
        assertThat(street.get("/api/v1/help/articles?text=" + "bypass%20code%20%E5%AF%86%E7%A0%81").expect(200).text()).doesNotContain(ours);
        TestClient.Answer shown = street.get("/api/v1/help/articles/" + theirs).expect(200);
        assertThat(shown.json().propertyNames()).containsExactlyInAnyOrder("number", "kind", "title", "summary", "body", "steps", "missing", "publishedAt");
        assertThat(shown.text()).doesNotContain("power.supply-alarm", "external.power", "hangzhou", "技术支持");
        street.get("/api/v1/help/articles/" + ours).expect(404);
        street.get("/api/v1/help/articles/" + draft).expect(404);
        street.get(ARTICLES + "/" + theirs).expect(401);
        step(manager(), theirs, "retire", Map.of("remark", "过时")).expect(200);
        street.get("/api/v1/help/articles/" + theirs).expect(404);
        assertThat(street.get("/api/v1/help/articles?text=UPS").expect(200).text()).doesNotContain(theirs);
    }

    @Test
    void whatFallsFarBehindTheBestIsNotSuggested() {
        String best = published("STAFF", "磁带机卡带的处理", "Clearing a jammed tape drive", "storage.disk-not-detected");
        String stray = published("STAFF", "磁带标签打印", "Printing labels", "board.error");
        String found = scene.agent().get("/api/v1/knowledge/suggestions?symptom=storage.disk-not-detected&text=jammed%20tape%20drive").expect(200).text();
        assertThat(found).contains(best).doesNotContain(stray);
        assertThat(scene.agent().get("/api/v1/knowledge/suggestions?text=printing%20labels").expect(200).text()).contains(stray);
    }

    /** What is held in memory is only as good as its number: another server changes the database, not this one's memory. */
    @Test
    void whatAnotherServerChangesIsSeenAtTheNextQuestion() {
        String number = published("CUSTOMER", "机柜风扇异味", "Smell from the rack fan", "cooling.fan-noise");
        TestClient street = house.anonymous();
        assertThat(street.get("/api/v1/help/articles?text=smell%20rack").expect(200).text()).contains(number);
        house.asTheHouse(() -> database.execute("update knowledge.article set status = 'RETIRED' where number = {0}", val(number)));
        assertThat(street.get("/api/v1/help/articles?text=smell%20rack").expect(200).text()).doesNotContain(number);
    }

    /** Neither the product nor somebody with its password rewrites what was written or done. */
    @Test
    void whatWasWrittenAndDoneStays() {
        String number = published("STAFF", "不变", "Unchanged", "memory.error");
        open(scene.agent(), open("memory.error"), number).expect(200);
        for (String change : List.of("update knowledge.edition set reason = 'x'", "delete from knowledge.case_use", "update knowledge.following set note = 'x'",
                "delete from knowledge.following_step")) {
            assertThatThrownBy(() -> house.asTheHouse(() -> database.execute(change))).as(change).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void theListIsFilteredAndRankedAndPaged() {
        String memory = published("STAFF", "定位损坏内存", "Locating a damaged module", "memory.error");
        String chineseOnly = support().post(ARTICLES, Map.of("kind", "ARTICLE", "text", text("STAFF", "仅中文草稿", "", "memory.error", List.of()))).expect(201)
                .json().path("number").asString();
        assertThat(numbers(support(), "?q=damaged%20memory%20module").getFirst()).isEqualTo(memory);
        assertThat(numbers(support(), "?missing=ENGLISH")).contains(chineseOnly).doesNotContain(memory);
        assertThat(numbers(support(), "?status=DRAFT&symptom=memory.error")).contains(chineseOnly).doesNotContain(memory);
        assertThat(numbers(scene.agent(), "?status=DRAFT")).isEmpty();
        assertThat(numbers(support(), "?q=" + chineseOnly)).contains(chineseOnly);
        JsonNode first = support().get(ARTICLES + "?limit=1").expect(200).json();
        JsonNode second = support().get(ARTICLES + "?limit=1&cursor=" + first.path("nextCursor").asString()).expect(200).json();
        assertThat(second.path("items").get(0).path("number")).isNotEqualTo(first.path("items").get(0).path("number"));
    }

    private List<String> numbers(TestClient client, String query) {
        return client.get(ARTICLES + query).expect(200).json().path("items").valueStream().map(it -> it.path("number").asString()).toList();
    }

    private TestClient support() {
        return scene.support();
    }

    private TestClient manager() {
        return house.client("service_manager.hangzhou");
    }

    private String published(String audience, String zh, String en, String symptom) {
        return publish(support().post(ARTICLES, Map.of("kind", "ARTICLE", "text", text(audience, zh, en, symptom, List.of()))).expect(201).json()
                .path("number").asString());
    }

    private String publish(String number) {
        step(support(), number, "ask-for-review", Map.of()).expect(200);
        step(manager(), number, "publish", Map.of()).expect(200);
        return number;
    }

    private static Map<String, Object> script(String audience, String zh, String en, String symptom) {
        Map<String, Object> step = Map.of("instruction", Map.of("zh", "断电，拔下所有扩展卡", "en", "Cut the power and pull all cards"),
                "expected", Map.of("zh", "出现自检画面", "en", "The self-test shows"), "hint", Map.of("zh", "", "en", ""));
        return Map.of("kind", "SCRIPT", "text", text(audience, zh, en, symptom, List.of(step, step)));
    }

    private static Map<String, Object> text(String audience, String zh, String en, String symptom, List<?> steps) {
        return Map.of("audience", audience, "title", Map.of("zh", zh, "en", en), "summary", Map.of("zh", "", "en", ""),
                "body", Map.of("zh", "正文", "en", en.isEmpty() ? "" : "Text"), "steps", steps,
                "about", Map.of("families", List.of(), "models", List.of(), "symptoms", List.of(symptom), "causes", List.of()));
    }

    private JsonNode newest(String number) {
        return support().get(ARTICLES + "/" + number + "?newest=true").expect(200).json();
    }

    private TestClient.Answer step(TestClient who, String number, String step, Map<String, Object> body) {
        Map<String, Object> seen = new HashMap<>(body);
        seen.put("version", newest(number).path("version").asInt());
        return who.post(ARTICLES + "/" + number + "/" + step, seen);
    }

    private String open(String symptom) {
        Map<String, Object> report = new HashMap<>(scene.cases().covered().report());
        report.put("symptomCode", symptom);
        return scene.agent().post("/api/v1/cases", report).expect(201).json().path("number").asString();
    }

    private void resolve(String caseNumber) {
        support().post("/api/v1/cases/" + caseNumber + "/resolve-remotely", Map.of("causeCode", "connection.slot", "resolution", "重新插拔")).expect(200);
    }

    private void repair(String workOrder) {
        scene.predict(scene.caseOf(workOrder));
        scene.arrived(workOrder);
        scene.answerChecklist(workOrder);
        scene.write(workOrder, Map.of()).expect(200);
        scene.sign(workOrder).expect(200);
        scene.complete(workOrder).expect(200);
    }

    private static TestClient.Answer open(TestClient who, String caseNumber, String number) {
        return who.post("/api/v1/cases/" + caseNumber + "/knowledge/open", Map.of("articleNumber", number));
    }

    private JsonNode link(String caseNumber, String step, String number) {
        return scene.agent().post("/api/v1/cases/" + caseNumber + "/knowledge/" + step, Map.of("articleNumber", number)).expect(200).json();
    }

    private static TestClient.Answer writeUp(TestClient who, String caseNumber) {
        return who.post("/api/v1/cases/" + caseNumber + "/knowledge/write-up", Map.of("confirmed", true));
    }

    private static TestClient.Answer follow(TestClient who, String caseNumber, String number, int edition, String result, UUID id) {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        List<Object> steps = result.equals("NOT_SOLVED") ? List.of() : List.of(Map.of("position", 1, "result", "DONE", "at", now.minusSeconds(60).toString()),
                Map.of("position", 2, "result", "FAILED", "note", "仍无显示", "at", now.minusSeconds(30).toString()));
        return who.post("/api/v1/cases/" + caseNumber + "/knowledge/followings", Map.of("id", id.toString(), "articleNumber", number, "edition", edition,
                "beganAt", now.minusSeconds(90).toString(), "endedAt", now.toString(), "result", result, "steps", steps));
    }

    private static JsonNode knowledge(TestClient who, String caseNumber) {
        return who.get("/api/v1/cases/" + caseNumber + "/knowledge").expect(200).json();
    }

    private String suggested(String caseNumber) {
        return knowledge(support(), caseNumber).path("suggestions").toString();
    }

    private JsonNode worth(String number) {
        return scene.agent().get(ARTICLES + "/" + number + "/usefulness").expect(200).json();
    }
}
