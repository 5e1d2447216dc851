package org.firstfix.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.exam.usecase.AnswerQuestion;
import org.firstfix.exam.usecase.EndPapers;
import org.firstfix.exam.usecase.RenewInTime;
import org.firstfix.exam.usecase.StartPaper;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a case that went wrong to a skill that counts until a day, over HTTP, each by the role that does it. */
@ServerTest
class ExamLoopTest {
    private static final String CUSTOMER = "杭州保密科技有限公司";
    private static final String SERIAL = "SN7979SECRET";
    private static final List<String> TRUTH = List.of("\"right\"", "modelAnswer", "explanation", "真实原因", "It was:", "板载真相");

    private final TestHouse house;
    private final StartPaper startPaper;
    private final AnswerQuestion answerQuestion;
    private final EndPapers endPapers;
    private final RenewInTime renewInTime;
    private final DispatchApi dispatch;
    private final DSLContext database;

    private TestClient support;
    private TestClient manager;
    private TestClient engineer;

    @Autowired
    ExamLoopTest(TestHouse house, StartPaper startPaper, AnswerQuestion answerQuestion, EndPapers endPapers, RenewInTime renewInTime, DispatchApi dispatch,
            DSLContext database) {
        this.house = house;
        this.startPaper = startPaper;
        this.answerQuestion = answerQuestion;
        this.endPapers = endPapers;
        this.renewInTime = renewInTime;
        this.dispatch = dispatch;
        this.database = database;
    }

    @BeforeEach
    void signIn() {
        support = house.client("technical_support.hangzhou");
        manager = house.client("service_manager.hangzhou");
        engineer = house.client("engineer.hangzhou");
        if (manager.get("/api/v1/engineers/E01").status() == 404) {
            register("engineer.hangzhou", "E01", 2);
            register("dedicated_engineer.hangzhou", "E02", 2);
        }
    }

    @Test
    void aCaseThatWentWrongBecomesASkillThatCountsUntilADay() {
        String caseNumber = aCaseThatWentWrong();
        JsonNode lesson = items(support.get("/api/v1/exam-lessons?wrong=PREDICTION_MISSED")).filter(one -> one.path("caseNumber").asString().equals(caseNumber))
                .findFirst().orElseThrow();
        assertThat(lesson.toString()).doesNotContain("保密").doesNotContain(SERIAL).doesNotContain("87654321").contains("开机无显示");
        assertThat(lesson.path("trueCauses").get(0).path("code").asString()).isEqualTo("board.mainboard");
        assertThat(items(support.get("/api/v1/exam-lessons?wrong=REOPENED"))).isEmpty();
        assertThat(items(house.client("technical_support.ningbo").get("/api/v1/exam-lessons"))).as("another branch").isEmpty();

        List<String> questions = new ArrayList<>();
        for (String about : List.of("LIKELY_CAUSE", "PARTS_TO_CARRY", "FIRST_CHECK")) {
            JsonNode filled = support.get("/api/v1/exam-lessons/" + caseNumber + "/question?about=" + about).expect(200).json();
            questions.add(write(filled, caseNumber));
        }
        assertThat(items(support.get("/api/v1/exam-lessons")).filter(one -> one.path("caseNumber").asString().equals(caseNumber)).findFirst().orElseThrow()
                .path("questions").asInt()).isEqualTo(3);
        String fourth = questions.getFirst();
        assertThat(support.postVersioned("/api/v1/exam-questions/" + fourth + "/review", Map.of("accepted", true, "note", ""), 0).expect(409).code())
                .isEqualTo("exam.four-eyes");
        assertThat(support.post("/api/v1/exams", exam("SRV-3", 3, questions)).expect(400).json().toString()).contains("exam.question-not-in-use");
        questions.forEach(this::accept);
        support.post("/api/v1/exams", exam("SRV-3", 3, questions)).expect(201);

        TestClient.Answer opened = manager.postVersioned("/api/v1/exams/SRV-3/open", Map.of("dueAt", in(Duration.ofDays(7))), 0).expect(200);
        assertThat(opened.json().path("assigned").asInt()).as(opened.text()).isEqualTo(2);
        JsonNode mine = myExam("SRV-3");
        assertThat(reminders()).contains("SRV-3");

        JsonNode paper = engineer.post("/api/v1/my-exams/" + mine.path("id").asString() + "/papers", Map.of()).expect(201).json();
        String path = "/api/v1/exam-papers/" + paper.path("id").asString();
        assertThat(paper.path("questions").size()).isEqualTo(3);
        for (JsonNode question : paper.path("questions")) {
            answer(path, question, 0).expect(200);
        }
        JsonNode again = engineer.post("/api/v1/my-exams/" + mine.path("id").asString() + "/papers", Map.of()).expect(201).json();
        assertThat(again.path("id")).as("goes on where it was").isEqualTo(paper.path("id"));
        assertThat(again.path("questions").valueStream().allMatch(question -> question.path("revision").asInt() == 1)).isTrue();
        JsonNode handedIn = engineer.post(path + "/hand-in", Map.of()).expect(200).json();
        assertThat(handedIn.path("status").asString()).isEqualTo("GRADING");
        assertThat(reminders()).doesNotContain("SRV-3");

        nothingOfTheTruthIsAnywhere(paper, again, handedIn, engineer.get(path).expect(200).json(), engineer.get("/api/v1/my-exams").expect(200).json());
        for (String closed : List.of("/exam-lessons", "/exam-questions", "/exam-questions/" + fourth, "/exams", "/exams/SRV-3", "/exam-answers", "/exam-appeals",
                "/exam-engineers", "/exam-lessons/" + caseNumber + "/question")) {
            assertThat(engineer.get("/api/v1" + closed).status()).as(closed).isEqualTo(403);
        }
        house.client("engineer.ningbo").get(path).expect(404);
        assertThat(house.client("technical_support.ningbo").get("/api/v1/exams").expect(200).json().path("items").size()).isZero();

        JsonNode words = items(support.get("/api/v1/exam-answers")).findFirst().orElseThrow();
        assertThat(words.toString()).doesNotContain("engineer");
        String grade = path + "/answers/" + words.path("position").asInt() + "/grade";
        assertThat(support.post(grade, Map.of("earned", 2.5, "note", "")).status()).isEqualTo(400);
        assertThat(support.post(grade, Map.of("earned", 1.5, "note", "")).expect(400).text()).contains("exam.say-why");
        support.post(grade, Map.of("earned", 1.5, "note", "先查供电也对")).expect(204);
        assertThat(manager.post(grade, Map.of("earned", 2, "note", "")).expect(409).code()).isEqualTo("exam.nothing-to-grade");

        JsonNode result = engineer.get(path).expect(200).json();
        assertThat(result.path("result").path("passed").asBoolean()).as(result.toString()).isTrue();
        assertThat(result.path("result").path("earned").asDouble()).isEqualTo(5.5);
        String until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusMonths(24).toString();
        assertThat(result.path("result").path("validUntil").asString()).isEqualTo(until);
        assertThat(result.path("questions").get(0).path("truth").path("explanation").path("zh").asString()).contains("真实原因");
        JsonNode skill = manager.get("/api/v1/engineers/E01").expect(200).json().path("skills").get(0);
        assertThat(skill.path("level").asInt()).isEqualTo(3);
        assertThat(skill.path("expiresOn").asString()).isEqualTo(until);
        assertThat(journal("SkillAwarded")).contains("SRV-3").contains(until);

        JsonNode file = manager.get("/api/v1/exams/SRV-3").expect(200).json();
        assertThat(file.path("figures").path("takers").asInt()).isEqualTo(1);
        assertThat(file.path("figures").path("passed").asInt()).isEqualTo(1);
        assertThat(file.path("items").size()).isEqualTo(3);
        assertThat(file.path("items").get(0).path("finding").asString()).isEqualTo("TOO_FEW");
        assertThat(manager.get("/api/v1/exam-engineers/E01").expect(200).json().path("exams").path("items").get(0).path("status").asString()).isEqualTo("PASSED");
    }

    @Test
    void theServersClockEndsThePaperAndLateAnswersAreRefused() {
        String exam = openExam("LIMIT", 2, 24, List.of(accepted(0), accepted(0)));
        AssignmentId assignment = assign(exam);
        Instant start = Instant.now();
        PaperId paper = asEngineerAt(start, () -> startPaper.handle(new StartPaper.Command(assignment)));
        JsonNode shown = engineer.get("/api/v1/exam-papers/" + paper.value()).expect(200).json();
        String first = shown.path("questions").get(0).path("choices").get(0).path("id").asString();
        asEngineerAt(start.plus(Duration.ofMinutes(29)), () -> answerQuestion.handle(new AnswerQuestion.Command(paper, 1, List.of(first), "", 0)));
        assertThatThrownBy(() -> asEngineerAt(start.plus(Duration.ofMinutes(30)), () -> answerQuestion.handle(
                new AnswerQuestion.Command(paper, 2, List.of(first), "", 0)))).isInstanceOfSatisfying(Problem.class,
                        late -> assertThat(late.code()).isEqualTo("exam.time-over"));
        assertThat(HouseClock.at(start.plus(Duration.ofMinutes(29)), endPapers::run)).as("not yet").isZero();
        assertThat(HouseClock.at(start.plus(Duration.ofMinutes(31)), endPapers::run)).isEqualTo(1);
        assertThat(HouseClock.at(start.plus(Duration.ofMinutes(31)), endPapers::run)).as("once").isZero();
        JsonNode ended = engineer.get("/api/v1/exam-papers/" + paper.value()).expect(200).json();
        assertThat(ended.path("status").asString()).isEqualTo("GRADED");
        assertThat(ended.path("questions").get(0).path("chosen").get(0).asString()).as("what was answered in time counts").isEqualTo(first);
        assertThat(Duration.between(Instant.parse(ended.path("startedAt").asString()), Instant.parse(ended.path("handedInAt").asString())))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(engineer.put("/api/v1/exam-papers/" + paper.value() + "/answers/2", Map.of("chosen", List.of(first), "words", ""), 0).expect(409).code())
                .isEqualTo("exam.paper-ended");
    }

    @Test
    void aFailedAttemptTakesNothingAwayAndTheNextOneWaits() {
        String exam = openExam("WAITS", 2, 24, List.of(accepted(0)));
        AssignmentId assignment = assign(exam);
        JsonNode before = manager.get("/api/v1/engineers/E01").expect(200).json().path("skills");
        JsonNode paper = engineer.post("/api/v1/my-exams/" + assignment.value() + "/papers", Map.of()).expect(201).json();
        JsonNode failed = engineer.post("/api/v1/exam-papers/" + paper.path("id").asString() + "/hand-in", Map.of()).expect(200).json();
        assertThat(failed.path("result").path("passed").asBoolean()).isFalse();
        assertThat(failed.path("result").path("truthShown").asBoolean()).as("another attempt may follow").isFalse();
        nothingOfTheTruthIsAnywhere(failed);
        assertThat(manager.get("/api/v1/engineers/E01").expect(200).json().path("skills")).isEqualTo(before);
        assertThat(engineer.post("/api/v1/my-exams/" + assignment.value() + "/papers", Map.of()).expect(409).code()).isEqualTo("exam.wait");
        assertThat(myExam(exam).path("actions").size()).isZero();
        assertThat(reminders()).as("it is still to be taken").contains(exam);
        Instant later = Instant.now().plus(Duration.ofHours(25));
        PaperId second = asEngineerAt(later, () -> startPaper.handle(new StartPaper.Command(assignment)));
        assertThat(HouseClock.at(later.plus(Duration.ofHours(1)), endPapers::run)).isEqualTo(1);
        JsonNode over = engineer.get("/api/v1/exam-papers/" + second.value()).expect(200).json();
        assertThat(over.path("attempt").asInt()).isEqualTo(2);
        assertThat(over.path("result").path("truthShown").asBoolean()).as("no attempt is left").isTrue();
        assertThat(myExam(exam).path("status").asString()).isEqualTo("FAILED");
        assertThat(reminders()).doesNotContain(exam);
        assertThat(engineer.post("/api/v1/my-exams/" + assignment.value() + "/papers", Map.of()).expect(409).code()).isEqualTo("exam.assignment-over");
    }

    @Test
    void twoDevicesAtOnceDoNotOverwriteEachOtherUnseenAndOneBeginsOnePaper() {
        String exam = openExam("DEVICES", 2, 0, List.of(accepted(0), accepted(1)));
        AssignmentId assignment = assign(exam);
        TestClient phone = house.anonymous().signIn("engineer.hangzhou", TestHouse.PASSWORD);
        List<CompletableFuture<TestClient.Answer>> begun = Stream.of(engineer, phone).map(device -> CompletableFuture.supplyAsync(
                () -> device.post("/api/v1/my-exams/" + assignment.value() + "/papers", Map.of()))).toList();
        List<String> papers = begun.stream().map(CompletableFuture::join).map(answer -> answer.expect(201).json().path("id").asString()).distinct().toList();
        assertThat(papers).hasSize(1);
        String path = "/api/v1/exam-papers/" + papers.getFirst();
        JsonNode question = phone.get(path).expect(200).json().path("questions").get(0);
        List<String> choices = question.path("choices").valueStream().map(choice -> choice.path("id").asString()).toList();
        for (int round = 0; round < 10; round++) {
            int known = round;
            List<CompletableFuture<TestClient.Answer>> answers = IntStream.range(0, 2).mapToObj(i -> CompletableFuture.supplyAsync(() -> (i == 0 ? engineer : phone)
                    .put(path + "/answers/1", Map.of("chosen", List.of(choices.get(i)), "words", ""), known))).toList();
            List<TestClient.Answer> said = answers.stream().map(CompletableFuture::join).toList();
            assertThat(said.stream().map(TestClient.Answer::status)).as("round " + round).containsExactlyInAnyOrder(200, 412);
            String kept = said.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow().json().path("chosen").get(0).asString();
            assertThat(phone.get(path).json().path("questions").get(0).path("chosen").get(0).asString()).isEqualTo(kept);
            assertThat(said.stream().filter(answer -> answer.status() == 412).findFirst().orElseThrow().text()).as("what stands now").contains(kept);
        }
        phone.post(path + "/hand-in", Map.of()).expect(200);
        engineer.post(path + "/hand-in", Map.of()).expect(200);
        assertThat(engineer.put(path + "/answers/1", Map.of("chosen", List.of(), "words", ""), 10).expect(409).code()).isEqualTo("exam.paper-ended");
    }

    @Test
    void anAcceptedObjectionCorrectsEverybodysResultAndLeavesATrace() {
        String question = accepted(0);
        String exam = openExam("APPEAL", 1, 0, List.of(question));
        AssignmentId mine = assign(exam);
        TestClient other = house.client("dedicated_engineer.hangzhou");
        manager.post("/api/v1/exams/" + exam + "/assignments", Map.of("engineers", List.of("E02"), "dueAt", in(Duration.ofDays(3)), "reason", "")).expect(200);
        String theirs = items(other.get("/api/v1/my-exams")).filter(one -> one.path("examCode").asString().equals(exam)).findFirst().orElseThrow()
                .path("id").asString();
        String myPaper = take(engineer, mine.value().toString(), "c1");
        String theirPaper = take(other, theirs, "c1");
        assertThat(engineer.get(myPaper).json().path("result").path("passed").asBoolean()).isFalse();
        engineer.post(myPaper + "/answers/1/appeal", Map.of("reason", "新固件下应先查背板")).expect(201);
        assertThat(engineer.post(myPaper + "/answers/1/appeal", Map.of("reason", "again")).expect(409).code()).isEqualTo("exam.appealed-already");
        JsonNode appeal = items(manager.get("/api/v1/exam-appeals?status=OPEN")).filter(one -> one.path("question").asString().equals(question)).findFirst().orElseThrow();
        assertThat(appeal.path("asked").asInt()).isEqualTo(2);
        String decide = "/api/v1/exam-appeals/" + appeal.path("id").asString() + "/decide";
        assertThat(manager.post(decide, Map.of("decision", "OTHER_TRUTH", "right", List.of("c0"), "note", "no")).expect(400).text()).contains("exam.same-truth");
        assertThat(manager.post(decide, Map.of("decision", "OTHER_TRUTH", "right", List.of("c1"), "note", "固件 2.1 起如此")).expect(200).json()
                .path("regraded").asInt()).isEqualTo(2);
        assertThat(manager.post(decide, Map.of("decision", "REFUSED", "right", List.of(), "note", "x")).expect(409).code()).isEqualTo("exam.appeal-decided");
        for (String paper : List.of(myPaper, theirPaper)) {
            JsonNode result = (paper.equals(myPaper) ? engineer : other).get(paper).expect(200).json();
            assertThat(result.path("result").path("passed").asBoolean()).as(result.toString()).isTrue();
            assertThat(result.path("result").path("regradings").get(0).path("passedBefore").asBoolean()).isFalse();
            assertThat(result.path("result").path("regradings").get(0).path("reason").asString()).isEqualTo("固件 2.1 起如此");
            assertThat(result.path("questions").get(0).path("truth").path("right").get(0).asString()).isEqualTo("c1");
        }
        JsonNode corrected = support.get("/api/v1/exam-questions/" + question).expect(200).json();
        assertThat(corrected.path("status").asString()).as("the corrected version waits for a second person").isEqualTo("DRAFT");
        assertThat(corrected.path("versions").get(0).path("content").path("choices").get(1).path("right").asBoolean()).isTrue();
        assertThat(corrected.path("versions").get(1).path("content").path("choices").get(1).path("right").asBoolean()).as("what was asked stays").isFalse();
        assertThat(manager.postVersioned("/api/v1/exam-questions/" + question + "/review", Map.of("accepted", true, "note", ""),
                corrected.path("revision").asInt()).expect(409).code()).isEqualTo("exam.four-eyes");
    }

    @Test
    void aVersionThatWasAcceptedNeverChanges() {
        String question = accepted(0);
        JsonNode before = support.get("/api/v1/exam-questions/" + question).expect(200).json();
        support.put("/api/v1/exam-questions/" + question, Map.of("content", content("SINGLE_CHOICE", 2)), before.path("revision").asInt()).expect(200);
        JsonNode after = support.get("/api/v1/exam-questions/" + question).expect(200).json();
        assertThat(after.path("activeVersion").asInt()).isEqualTo(1);
        assertThat(after.path("draftVersion").asInt()).isEqualTo(2);
        assertThat(after.path("versions").get(1)).isEqualTo(before.path("versions").get(0));
        assertThat(support.put("/api/v1/exam-questions/" + question, Map.of("content", content("SINGLE_CHOICE", 2)), before.path("revision").asInt()).status())
                .isEqualTo(412);
        assertThatThrownBy(() -> house.asTheHouse(() -> database.execute("update exam.question_version set points = 9 where question_code = ? and version = 1", question)))
                .hasMessageContaining("never changes");
    }

    @Test
    void aSkillThatRunsOutIsAssignedAnewOnce() {
        String exam = openExam("RENEW", 5, 1, 0, List.of(accepted(0)));
        PersonId me = new PersonId(UUID.fromString(manager.get("/api/v1/engineers/E01").expect(200).json().path("personId").asString()));
        LocalDate end = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusYears(3);
        house.asTheHouse(() -> dispatch.awardSkill(me, "STORAGE", 5, Optional.of(end), "test"));
        assertThat(renewInTime.run()).as("not yet").isZero();
        Instant soon = end.minusDays(30).atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        assertThat(HouseClock.at(soon, renewInTime::run)).isEqualTo(1);
        assertThat(HouseClock.at(soon, renewInTime::run)).as("once for each end").isZero();
        JsonNode mine = myExam(exam);
        assertThat(mine.path("renews").asString()).isEqualTo(end.toString());
        assertThat(Instant.parse(mine.path("dueAt").asString())).isBefore(end.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    // ---- what the tests are made of

    private void nothingOfTheTruthIsAnywhere(JsonNode... answers) {
        for (JsonNode answer : answers) {
            String text = answer.toString().replace("\"truthShown\"", "");
            TRUTH.forEach(word -> assertThat(text).doesNotContain(word));
        }
    }

    private String take(TestClient who, String assignment, String choice) {
        JsonNode paper = who.post("/api/v1/my-exams/" + assignment + "/papers", Map.of()).expect(201).json();
        String path = "/api/v1/exam-papers/" + paper.path("id").asString();
        who.put(path + "/answers/1", Map.of("chosen", List.of(choice), "words", ""), 0).expect(200);
        who.post(path + "/hand-in", Map.of()).expect(200);
        return path;
    }

    private <T> T asEngineerAt(Instant moment, Supplier<T> step) {
        return house.as("engineer.hangzhou", () -> HouseClock.at(moment, step));
    }

    private AssignmentId assign(String exam) {
        JsonNode assigned = manager.post("/api/v1/exams/" + exam + "/assignments", Map.of("engineers", List.of("E01"), "dueAt", in(Duration.ofDays(3)),
                "reason", "")).expect(200).json();
        assertThat(assigned.path("assigned").asInt()).as(assigned.toString()).isEqualTo(1);
        return new AssignmentId(UUID.fromString(myExam(exam).path("id").asString()));
    }

    private JsonNode myExam(String exam) {
        return items(engineer.get("/api/v1/my-exams")).filter(one -> one.path("examCode").asString().equals(exam)).findFirst().orElseThrow();
    }

    private String openExam(String code, int attempts, int waitHours, List<String> questions) {
        return openExam(code, 4, attempts, waitHours, questions);
    }

    private String openExam(String code, int level, int attempts, int waitHours, List<String> questions) {
        Map<String, Object> settings = new HashMap<>(settings(level, questions));
        settings.put("skill", "STORAGE");
        settings.put("attemptsAllowed", attempts);
        settings.put("waitHours", waitHours);
        support.post("/api/v1/exams", Map.of("code", code, "exam", settings)).expect(201);
        support.postVersioned("/api/v1/exams/" + code + "/open", Map.of(), 0).expect(200);
        return code;
    }

    private static Map<String, Object> exam(String code, int level, List<String> questions) {
        return Map.of("code", code, "exam", settings(level, questions));
    }

    private static Map<String, Object> settings(int level, List<String> questions) {
        return Map.ofEntries(Map.entry("titleZh", "服务器故障判断"), Map.entry("titleEn", "Server fault finding"), Map.entry("skill", "SERVER"),
                Map.entry("level", level), Map.entry("passPercent", 70), Map.entry("minutes", 30), Map.entry("attemptsAllowed", 2), Map.entry("waitHours", 24),
                Map.entry("validityMonths", 24), Map.entry("renewDays", 30), Map.entry("drawing", Map.of("fixed", questions, "easy", 0, "medium", 0, "hard", 0)));
    }

    /** A question of four choices, c0 to c3, accepted by a second person. */
    private String accepted(int right) {
        String code = support.post("/api/v1/exam-questions", Map.of("content", content("SINGLE_CHOICE", right))).expect(201).json().path("code").asString();
        accept(code);
        return code;
    }

    private static Map<String, Object> content(String kind, int right) {
        List<Map<String, Object>> choices = IntStream.range(0, 4).<Map<String, Object>>mapToObj(i -> Map.of("id", "c" + i, "text",
                Map.of("zh", "选项" + i, "en", "Choice " + i), "right", i == right)).toList();
        return Map.of("kind", kind, "skill", "STORAGE", "difficulty", "MEDIUM", "points", 2, "report", "", "text", Map.of("zh", "问", "en", "Ask"),
                "choices", choices, "modelAnswer", Map.of("zh", "", "en", ""), "explanation", Map.of("zh", "板载真相", "en", "It was: c" + right));
    }

    private String write(JsonNode filled, String caseNumber) {
        return support.post("/api/v1/exam-questions", Map.of("content", filled, "caseNumber", caseNumber)).expect(201).json().path("code").asString();
    }

    private void accept(String code) {
        manager.postVersioned("/api/v1/exam-questions/" + code + "/review", Map.of("accepted", true, "note", ""), 0).expect(200);
    }

    /** The right answer, which the test knows from the bank. */
    private TestClient.Answer answer(String path, JsonNode question, int revision) {
        boolean words = question.path("kind").asString().equals("SHORT_TEXT");
        List<String> right = switch (question.path("kind").asString()) {
            case "SINGLE_CHOICE" -> List.of("board.mainboard");
            case "PARTS_TO_CARRY" -> question.path("choices").valueStream().map(choice -> choice.path("id").asString()).filter(id -> id.contains("-MB-")).toList();
            default -> List.of();
        };
        return engineer.put(path + "/answers/" + question.path("position").asInt(), Map.of("chosen", right, "words", words ? "先最小化配置，再换主板" : ""), revision);
    }

    private void register(String user, String code, int level) {
        JsonNode found = house.client("administrator.hangzhou").get("/api/v1/users?text=" + user).expect(200).json().path("items").valueStream()
                .filter(one -> one.path("userName").asString().equals(user)).findFirst().orElseThrow();
        manager.post("/api/v1/engineers", Map.of("personId", found.path("personId").asString(), "code", code, "skills",
                List.of(Map.of("code", "SERVER", "level", level)))).expect(201);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        manager.post("/api/v1/engineers/" + code + "/shifts", Map.of("from", today.toString(), "until", today.plusDays(3).toString(), "weekdays",
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"), "startsAt", "00:00", "endsAt", "23:59", "kind", "NORMAL"));
    }

    /** Memory was predicted, it was the mainboard. */
    private String aCaseThatWentWrong() {
        TestClient agent = house.client("agent.hangzhou");
        TestClient dispatcher = house.client("dispatcher.hangzhou");
        String customer = agent.post("/api/v1/customers", new HashMap<>(Map.of("name", CUSTOMER, "shortName", "保密科技", "tier", "ORDINARY", "industry", "",
                "language", "zh-CN", "overdue", false, "remarks", "", "orgUnitCode", "hangzhou", "reason", ""))).expect(201).json().path("number").asString();
        String site = agent.post("/api/v1/customers/" + customer + "/sites", new HashMap<>(Map.of("name", "机房", "address", "文三路 1 号", "city", "杭州",
                "district", "西湖区", "zone", "Asia/Shanghai", "latitude", 30.27, "longitude", 120.13, "accessNotes", "", "orgUnitCode", "hangzhou", "reason", "")))
                .expect(201).json().path("number").asString();
        agent.post("/api/v1/assets", new HashMap<>(Map.of("serial", SERIAL, "modelCode", "7979Q7C", "siteNumber", site, "importance", "HIGH", "usedFor", "",
                "criticalHours", "", "location", "A-01", "software", List.of(), "reason", ""))).expect(201);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        manager.post("/api/v1/contracts", Map.of("accountNumber", customer, "inForce", true, "paper", Map.of("title", "维保", "startsOn",
                today.minusYears(1).toString(), "endsOn", today.plusYears(1).toString(), "specialTerms", "", "currency", "CNY", "lines",
                List.of(Map.of("coverageCode", "7x24x4", "covers", "ASSET", "serial", SERIAL))))).expect(201);
        String number = agent.post("/api/v1/cases", Map.of("subject", "开机无显示", "symptomCode", "power.no-display", "assetSerial", SERIAL, "impact", "STOPPED",
                "urgency", "HIGH", "description", "保密科技来电：" + SERIAL + " 开机无显示，联系电话 0571-87654321")).expect(201).json().path("number").asString();
        long version = support.get("/api/v1/cases/" + number + "/diagnosis").expect(200).json().path("version").asLong();
        support.put("/api/v1/cases/" + number + "/diagnosis", Map.of("unknown", false, "likelyCauses", List.of(Map.of("code", "memory.damaged", "probability", 0.8)),
                "parts", List.of("FF-CBL-POWER"), "remarks", ""), version).expect(200);
        agent.post("/api/v1/cases/" + number + "/release", Map.of()).expect(200);
        String order = dispatcher.get("/api/v1/work-orders?case=" + number).expect(200).json().path("items").get(0).path("number").asString();
        String visit = dispatcher.post("/api/v1/appointments", Map.of("workOrderNumber", order, "engineerCode", "E01", "startsAt",
                Instant.now().plus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES).toString())).expect(201).json().path("appointment").path("number").asString();
        for (String step : List.of("accept", "travel", "arrive")) {
            engineer.post("/api/v1/appointments/" + visit + "/" + step, Map.of()).expect(200);
        }
        String path = "/api/v1/work-orders/" + order;
        for (JsonNode check : engineer.get(path).expect(200).json().path("checklist")) {
            Map<String, Object> answer = check.path("kind").asString().equals("READING") ? Map.of("reading", 22) : Map.of("answer", "OK");
            engineer.put(path + "/checklist/" + check.path("position").asInt(), answer).expect(200);
        }
        long report = engineer.get(path + "/report").expect(200).json().path("version").asLong();
        engineer.put(path + "/report", Map.of("findings", "主板故障", "actions", "更换主板", "advice", "", "trueCauses", List.of("board.mainboard"),
                "predictionRight", false, "outcome", "REPAIRED", "outcomeNote", ""), report).expect(200);
        engineer.post(path + "/parts", Map.of("kind", "USED", "partNumber", "FF-CBL-DISK", "quantity", 1)).expect(201);
        String document = engineer.get(path + "/completion").expect(200).json().path("documentSha256").asString();
        engineer.post(path + "/sign", Map.of("name", "李", "strokes", List.of(List.of(20, 100, 60, 40, 100, 120, 200, 80)), "documentSha256", document)).expect(200);
        engineer.post(path + "/complete", Map.of()).expect(200);
        return number;
    }

    private String reminders() {
        return items(engineer.get("/api/v1/reminders?show=OPEN")).map(one -> one.path("number").asString()).toList().toString();
    }

    private String journal(String type) {
        return house.asTheHouse(() -> database.fetch("select payload::text || coalesce(reason, '') from platform.journal where type = ?", type)
                .getValues(0, String.class).toString());
    }

    private static String in(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Stream<JsonNode> items(TestClient.Answer answer) {
        return answer.expect(200).json().path("items").valueStream();
    }
}
