package org.firstfix.exam.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.dispatch.EngineerSkills;
import org.firstfix.exam.domain.QuestionContent.Choice;
import org.firstfix.exam.domain.QuestionContent.Words;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.junit.jupiter.api.Test;

/** Each rule where it applies and where it does not. */
class ExamRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private static final OrgPath HANGZHOU = new OrgPath("house.east.hangzhou");

    @Test
    void oneChoiceIsRightOrWrong() {
        assertThat(earned(QuestionKind.SINGLE_CHOICE, 4, Set.of("a"), "a")).isEqualTo("2.00");
        assertThat(earned(QuestionKind.SINGLE_CHOICE, 4, Set.of("a"), "b")).isEqualTo("0.00");
        assertThat(earned(QuestionKind.SINGLE_CHOICE, 4, Set.of("a"))).isEqualTo("0.00");
    }

    @Test
    void wrongChoicesTakeBackRightOnesAndChoosingEverythingEarnsNothing() {
        Set<String> right = Set.of("a", "b");
        assertThat(earned(QuestionKind.MULTIPLE_CHOICE, 4, right, "a", "b")).isEqualTo("2.00");
        assertThat(earned(QuestionKind.MULTIPLE_CHOICE, 4, right, "a")).isEqualTo("1.00");
        assertThat(earned(QuestionKind.MULTIPLE_CHOICE, 4, right, "a", "b", "c")).isEqualTo("1.00");
        assertThat(earned(QuestionKind.MULTIPLE_CHOICE, 4, right, "a", "b", "c", "d")).isEqualTo("0.00");
        assertThat(earned(QuestionKind.MULTIPLE_CHOICE, 4, right, "c", "d")).as("never less than nothing").isEqualTo("0.00");
    }

    @Test
    void partsAreGradedByWhatWasNeededAndASparePlaceCostsNothing() {
        assertThat(earned(QuestionKind.PARTS_TO_CARRY, 6, Set.of("disk"), "disk", "raid")).isEqualTo("2.00");
        assertThat(earned(QuestionKind.PARTS_TO_CARRY, 6, Set.of("disk", "raid"), "disk", "fan")).isEqualTo("1.00");
        assertThat(earned(QuestionKind.PARTS_TO_CARRY, 6, Set.of("disk"), "fan")).isEqualTo("0.00");
    }

    @Test
    void aPassIsReachedExactlyAtItsMark() {
        assertThat(Grading.passes(new BigDecimal("7.00"), new BigDecimal(10), 70)).isTrue();
        assertThat(Grading.passes(new BigDecimal("6.99"), new BigDecimal(10), 70)).isFalse();
        assertThat(Grading.passes(BigDecimal.ZERO, BigDecimal.ZERO, 1)).as("nothing to earn").isFalse();
    }

    @Test
    void whatDoesNotCountIsNeitherEarnedNorPossibleAndAPassIsKept() {
        List<Paper.Asked> asked = List.of(asked(1, "Q-1", "2"), asked(2, "Q-2", "0"));
        assertThat(Paper.total(asked, List.of(), 70, false, NOON).passed()).isFalse();
        Paper.Result without = Paper.total(asked, List.of(new Paper.Correction("Q-2", 1, List.of(), true, "")), 70, false, NOON);
        assertThat(without.possible()).isEqualByComparingTo("2");
        assertThat(without.passed()).isTrue();
        assertThat(Paper.total(asked, List.of(new Paper.Correction("Q-2", 2, List.of(), true, "")), 70, false, NOON).passed()).as("another version").isFalse();
        assertThat(Paper.total(asked, List.of(), 70, true, NOON).passed()).isTrue();
    }

    @Test
    void theSameSeedDrawsTheSamePaper() {
        Drawing drawing = new Drawing(List.of(), 2, 3, 1);
        List<Drawing.Candidate> bank = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> bank.add(new Drawing.Candidate("Q-%03d".formatted(i), Difficulty.values()[i % 3])));
        List<String> drawn = drawing.draw(bank, 42);
        assertThat(drawn).hasSize(6).doesNotHaveDuplicates().isEqualTo(drawing.draw(bank, 42)).isNotEqualTo(drawing.draw(bank, 43));
        assertThat(drawn.stream().filter(code -> Integer.parseInt(code.substring(2)) % 3 == 2)).as("hard ones").hasSize(1);
        assertThat(Drawing.shuffled(List.of("a", "b", "c", "d", "e"), 42, 1)).containsExactlyInAnyOrder("a", "b", "c", "d", "e")
                .isEqualTo(Drawing.shuffled(List.of("a", "b", "c", "d", "e"), 42, 1)).isNotEqualTo(Drawing.shuffled(List.of("a", "b", "c", "d", "e"), 42, 2));
        assertThat(drawing.lacking(bank)).isEmpty();
        assertThat(new Drawing(List.of(), 11, 0, 0).lacking(bank)).get().isEqualTo(new Drawing.Lacking(Difficulty.EASY, 11, 10));
        assertThat(new Drawing(List.of("Q-1"), 0, 0, 0).lacking(List.of())).isEmpty();
    }

    @Test
    void aDrawingIsFixedOrDrawnAndNotEmpty() {
        new Drawing(List.of("Q-1"), 0, 0, 0).check();
        new Drawing(List.of(), 1, 0, 0).check();
        for (Drawing wrong : List.of(new Drawing(List.of("Q-1"), 1, 0, 0), new Drawing(List.of(), 0, 0, 0), new Drawing(List.of("Q-1", "Q-1"), 0, 0, 0),
                new Drawing(List.of(), 101, 0, 0))) {
            assertThatThrownBy(wrong::check).isInstanceOf(Problem.class);
        }
    }

    @Test
    void theNextAttemptWaitsAndTheLastIsTheLast() {
        Exam exam = exam(3, 30);
        exam.requireAnotherAttempt(Optional.empty(), NOON);
        Optional<Exam.Earlier> first = Optional.of(new Exam.Earlier(1, Optional.of(NOON)));
        assertThatThrownBy(() -> exam.requireAnotherAttempt(first, NOON.plusSeconds(24 * 3600 - 1))).hasMessageContaining("exam.wait");
        exam.requireAnotherAttempt(first, NOON.plusSeconds(24 * 3600));
        assertThatThrownBy(() -> exam.requireAnotherAttempt(Optional.of(new Exam.Earlier(2, Optional.of(NOON))), NOON.plusSeconds(900_000)))
                .hasMessageContaining("exam.no-attempt-left");
    }

    @Test
    void aPaperEndsAtItsLimitToTheSecond() {
        Paper paper = new Paper(null, null, "E", null, 1, 1, 70, NOON, NOON.plusSeconds(60), Paper.Status.OPEN, Optional.empty(), Optional.empty(), HANGZHOU);
        paper.requireRunning(NOON.plusSeconds(59));
        assertThatThrownBy(() -> paper.requireRunning(NOON.plusSeconds(60))).hasMessageContaining("exam.time-over");
    }

    @Test
    void theTruthIsShownWhenThereIsNothingMoreToTake() {
        assertThat(TruthIsShown.after(false, false, 2, 2)).isFalse();
        assertThat(TruthIsShown.after(true, false, 1, 2)).isFalse();
        assertThat(TruthIsShown.after(true, true, 1, 2)).isTrue();
        assertThat(TruthIsShown.after(true, false, 2, 2)).isTrue();
    }

    @Test
    void whoHasTheSkillAndNeedsTheLevelTakesIt() {
        Exam exam = exam(3, 30);
        assertThat(WhoNeedsIt.needs(engineer(2, null), exam)).isTrue();
        assertThat(WhoNeedsIt.needs(engineer(3, null), exam)).as("has it without end").isFalse();
        assertThat(WhoNeedsIt.needs(engineer(3, "2026-04-04"), exam)).as("runs out in 30 days").isTrue();
        assertThat(WhoNeedsIt.needs(engineer(3, "2026-04-05"), exam)).isFalse();
        assertThat(WhoNeedsIt.needs(engineer(5, "2026-04-04"), exam)).as("a higher level").isFalse();
        assertThat(WhoNeedsIt.needs(engineer(5, "2026-03-04"), exam)).as("has run out").isTrue();
        assertThat(WhoNeedsIt.runsOutSoon(engineer(3, "2026-04-04"), exam(3, 0))).as("never anew").isFalse();
        assertThat(WhoNeedsIt.runsOutSoon(engineer(3, "2026-03-04"), exam)).as("has run out").isFalse();
    }

    @Test
    void whatCustomersCausedTeachesNothing() {
        assertThat(WentWrong.afterVisit("WRONG_PREDICTION")).containsExactlyInAnyOrder(WentWrong.SECOND_VISIT, WentWrong.PREDICTION_MISSED);
        assertThat(WentWrong.afterVisit("PART_MISSING")).contains(WentWrong.WRONG_PARTS);
        assertThat(WentWrong.afterVisit("CUSTOMER_NOT_READY")).isEmpty();
        assertThat(WentWrong.afterVisit("PART_DEAD_ON_ARRIVAL")).isEmpty();
        assertThat(WentWrong.afterScore(new DiagnosisApi.Outcome(Optional.of(true), Optional.of(true), 2, 1, 1))).isEmpty();
        assertThat(WentWrong.afterScore(new DiagnosisApi.Outcome(Optional.of(false), Optional.of(true), 2, 1, 0)))
                .containsExactlyInAnyOrder(WentWrong.PREDICTION_MISSED, WentWrong.WRONG_PARTS);
        assertThat(WentWrong.afterScore(new DiagnosisApi.Outcome(Optional.empty(), Optional.empty(), 0, 1, 0))).as("nobody predicted").isEmpty();
    }

    @Test
    void aReportKeepsTheFaultAndLosesTheCustomer() {
        String masked = Masking.mask("中国银行杭州分行 张经理来电：x3650 序列号 99AB123 开机无显示，电话 0571-87654321，邮箱 it.dept@boc.example，已断电 2 次，日志 15 条",
                List.of("中国银行", "中国银行杭州分行", "张经理", ""));
        assertThat(masked).doesNotContain("银行").doesNotContain("张经理").doesNotContain("99AB123").doesNotContain("87654321").doesNotContain("boc.example")
                .contains("x3650").contains("开机无显示").contains("已断电 2 次，日志 15 条");
        assertThat(Masking.mask("RAID 卡自检不过", List.of("a", " "))).isEqualTo("RAID 卡自检不过");
    }

    @Test
    void intervalsAndCorrelationsAreThoseOfTheLiterature() {
        // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        assertInterval(81, 263, 0.2553, 0.3662);
        assertInterval(15, 148, 0.0624, 0.1605);
        assertInterval(0, 20, 0, 0.1611);
        assertInterval(1, 29, 0.0061, 0.1718);
        assertThat(ItemStatistics.wilson(0, 0)).isEqualTo(new ItemStatistics.Interval(0, 1));
        List<ItemStatistics.Answer> knows = List.of(answer(true, 0.9), answer(true, 0.8), answer(false, 0.2), answer(false, 0.1));
        assertThat(ItemStatistics.pointBiserial(knows)).get().satisfies(value -> assertThat(value).isCloseTo(pearson(knows), Offset.offset(1e-12)));
        assertThat(ItemStatistics.pointBiserial(List.of(answer(true, 0.1), answer(true, 0.9)))).isEmpty();
        assertThat(ItemStatistics.pointBiserial(List.of(answer(true, 0.5), answer(false, 0.5)))).isEmpty();
    }

    @Test
    void badQuestionsAreFoundAndFewAnswersSayNothing() {
        assertThat(ItemStatistics.finding(0, 9, Optional.of(-1.0))).isEqualTo(ItemStatistics.Finding.TOO_FEW);
        assertThat(ItemStatistics.finding(6, 12, Optional.of(0.1))).isEqualTo(ItemStatistics.Finding.SEPARATES_BADLY);
        assertThat(ItemStatistics.finding(6, 12, Optional.of(0.4))).isEqualTo(ItemStatistics.Finding.GOOD);
        assertThat(ItemStatistics.finding(40, 40, Optional.empty())).isEqualTo(ItemStatistics.Finding.TOO_EASY);
        assertThat(ItemStatistics.finding(1, 40, Optional.of(0.3))).isEqualTo(ItemStatistics.Finding.TOO_HARD);
    }

    @Test
    void aQuestionIsCompleteInBothLanguagesAndHasATruthOfItsKind() {
        content(QuestionKind.SINGLE_CHOICE, 1).check();
        content(QuestionKind.MULTIPLE_CHOICE, 2).check();
        content(QuestionKind.PARTS_TO_CARRY, 2).check();
        for (QuestionContent wrong : List.of(content(QuestionKind.SINGLE_CHOICE, 0), content(QuestionKind.SINGLE_CHOICE, 2), content(QuestionKind.MULTIPLE_CHOICE, 0),
                content(QuestionKind.MULTIPLE_CHOICE, 4), content(QuestionKind.PARTS_TO_CARRY, 3), content(QuestionKind.SHORT_TEXT, 0))) {
            assertThatThrownBy(wrong::check).as(wrong.kind() + " " + wrong.rightChoices()).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> content(QuestionKind.PARTS_TO_CARRY, 1).accepted(List.of("c0", "c1", "c2"))).hasMessageContaining("invalid-input");
        assertThat(content(QuestionKind.PARTS_TO_CARRY, 1).accepted(List.of("c0", "c1", "c0"))).containsExactly("c0", "c1");
        assertThatThrownBy(() -> content(QuestionKind.SINGLE_CHOICE, 1).accepted(List.of("x"))).isInstanceOf(Problem.class);
    }

    @Test
    void nobodyReviewsHisOwnWords() {
        UserId author = new UserId(new UUID(1, 1));
        Question.Version pending = version(author, Question.Review.PENDING);
        Question.requireFourEyes(pending, Optional.of(new UserId(new UUID(2, 2))));
        assertThatThrownBy(() -> Question.requireFourEyes(pending, Optional.of(author))).hasMessageContaining("exam.four-eyes");
        assertThatThrownBy(() -> Question.requireFourEyes(version(author, Question.Review.ACCEPTED), Optional.empty())).hasMessageContaining("exam.not-pending");
    }

    private static Question.Version version(UserId author, Question.Review review) {
        return new Question.Version("Q-1", 1, content(QuestionKind.SINGLE_CHOICE, 1), Optional.of(author), "", NOON, review, "", Optional.empty(), "");
    }

    private static QuestionContent content(QuestionKind kind, int right) {
        List<Choice> choices = IntStream.range(0, 4).mapToObj(i -> new Choice("c" + i, new Words("选" + i, "choice " + i), i < right)).toList();
        return new QuestionContent(kind, "SERVER", Difficulty.EASY, 2, "", new Words("问", "ask"), choices, Words.NONE, new Words("答", "truth"));
    }

    private static String earned(QuestionKind kind, int offered, Set<String> right, String... chosen) {
        return Grading.earned(kind, 2, offered, right, List.of(chosen)).toPlainString();
    }

    private static Paper.Asked asked(int position, String code, String earned) {
        return new Paper.Asked(null, position, code, 1, QuestionKind.SINGLE_CHOICE, 2, List.of(), List.of(), "", 1, Optional.empty(),
                Optional.of(new BigDecimal(earned)), "", "");
    }

    private static Exam exam(int level, int renewDays) {
        return new Exam("E", "考", "exam", "SERVER", level, 70, 30, 2, 24, Optional.of(24), renewDays, new Drawing(List.of(), 1, 0, 0), Exam.Status.OPEN, 0, HANGZHOU);
    }

    private static EngineerSkills engineer(int level, String until) {
        LocalDate today = LocalDate.parse("2026-03-05");
        Optional<LocalDate> end = Optional.ofNullable(until).map(LocalDate::parse);
        return new EngineerSkills(new PersonId(new UUID(3, 3)), "E01", "王", true, HANGZHOU, today,
                List.of(new EngineerSkills.Held("SERVER", level, end, end.map(day -> !today.isAfter(day)).orElse(true))));
    }

    private static void assertInterval(int successes, int count, double from, double to) {
        ItemStatistics.Interval interval = ItemStatistics.wilson(successes, count);
        assertThat(interval.from()).isCloseTo(from, Offset.offset(0.0001));
        assertThat(interval.to()).isCloseTo(to, Offset.offset(0.0001));
    }

    private static ItemStatistics.Answer answer(boolean right, double rest) {
        return new ItemStatistics.Answer(right, rest);
    }

    /** The same by its definition: the correlation of 0 and 1 with the rest. */
    private static double pearson(List<ItemStatistics.Answer> answers) {
        double meanX = answers.stream().mapToDouble(one -> one.right() ? 1 : 0).average().orElse(0);
        double meanY = answers.stream().mapToDouble(ItemStatistics.Answer::restShare).average().orElse(0);
        double xy = answers.stream().mapToDouble(one -> ((one.right() ? 1 : 0) - meanX) * (one.restShare() - meanY)).sum();
        double xx = answers.stream().mapToDouble(one -> Math.pow((one.right() ? 1 : 0) - meanX, 2)).sum();
        double yy = answers.stream().mapToDouble(one -> Math.pow(one.restShare() - meanY, 2)).sum();
        return xy / Math.sqrt(xx * yy);
    }
}
