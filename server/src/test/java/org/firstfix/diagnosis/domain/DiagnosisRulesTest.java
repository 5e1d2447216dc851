package org.firstfix.diagnosis.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Priority;
import org.firstfix.diagnosis.domain.Diagnosis.Answer;
import org.firstfix.diagnosis.domain.Diagnosis.Author;
import org.firstfix.diagnosis.domain.Diagnosis.Review;
import org.firstfix.diagnosis.domain.Diagnosis.Source;
import org.firstfix.diagnosis.domain.Diagnosis.Status;
import org.firstfix.diagnosis.domain.Expectation.Likely;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.junit.jupiter.api.Test;

class DiagnosisRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Author SUPPORT = new Author(Optional.of(new PersonId(UUID.randomUUID())), "支持");
    private static final Author DEDICATED = new Author(Optional.of(new PersonId(UUID.randomUUID())), "专属");

    @Test
    void atMostTwoPartsTravel() {
        assertThatCode(() -> AtMostTwoPartsPerVisit.check(List.of("a", "b"))).doesNotThrowAnyException();
        refused("diagnosis.more-than-two-parts", () -> AtMostTwoPartsPerVisit.check(List.of("a", "b", "c")));
        refused("diagnosis.part-twice", () -> AtMostTwoPartsPerVisit.check(List.of("a", "a")));
    }

    @Test
    void probabilitiesAddUpToOneAtMost() {
        assertThatCode(() -> expects(List.of(), "0.6", "0.4").check()).doesNotThrowAnyException();
        refused("diagnosis.probabilities-above-one", () -> expects(List.of(), "0.6", "0.41").check());
        refused("diagnosis.probability-out-of-range", () -> expects(List.of(), "0").check());
        refused("diagnosis.probability-out-of-range", () -> expects(List.of(), "1.1").check());
    }

    @Test
    void dontKnowIsAnAnswerButNamesNoCauses() {
        assertThatCode(() -> new Expectation(true, List.of(), List.of("a"), "").check()).doesNotThrowAnyException();
        refused("diagnosis.unknown-with-causes", () -> new Expectation(true, List.of(likely("x", "0.5")), List.of(), "").check());
        refused("diagnosis.nothing-said", () -> new Expectation(false, List.of(), List.of(), "").check());
    }

    @Test
    void frozenStaysAsItIs() {
        Diagnosis it = open(Optional.empty());
        it.record(expects(List.of("a"), "0.7"), Optional.empty(), SUPPORT, NOW);
        assertThat(freeze(it)).isPresent();
        assertThat(freeze(it)).isEmpty();
        refused("diagnosis.frozen", () -> it.record(expects(List.of(), "0.5"), Optional.empty(), SUPPORT, NOW));
        assertThat(it.expectation().parts()).containsExactly("a");
    }

    @Test
    void aSecondVisitMayCarryOtherParts() {
        Diagnosis it = open(Optional.empty());
        it.record(expects(List.of("a"), "0.7"), Optional.empty(), SUPPORT, NOW);
        freeze(it);
        assertThat(it.reopen("PART_MISSING")).isTrue();
        assertThat(it.status()).isEqualTo(Status.OPEN);
        it.record(expects(List.of("b"), "0.9"), Optional.empty(), SUPPORT, NOW);
        assertThat(freeze(it)).get().extracting(Prediction::visit).isEqualTo(2);
    }

    @Test
    void aDedicatedEngineersOwnDiagnosisIsReviewed() {
        Diagnosis it = open(DEDICATED.person());
        it.record(expects(List.of(), "0.7"), Optional.empty(), DEDICATED, NOW);
        assertThat(it.source()).isEqualTo(Source.DEDICATED_ENGINEER);
        assertThat(it.review()).isEqualTo(Review.PENDING);
        refused("diagnosis.review-own", () -> it.agree(DEDICATED));
        it.agree(SUPPORT);
        assertThat(it.review()).isEqualTo(Review.AGREED);
        refused("diagnosis.nothing-to-review", () -> it.agree(SUPPORT));
    }

    @Test
    void anotherDiagnosisByTheReviewerChangesIt() {
        Diagnosis it = open(DEDICATED.person());
        it.record(expects(List.of(), "0.7"), Optional.empty(), DEDICATED, NOW);
        it.record(expects(List.of("b"), "0.9"), Optional.empty(), SUPPORT, NOW);
        assertThat(it.review()).isEqualTo(Review.CHANGED);
        assertThat(it.source()).isEqualTo(Source.TECHNICAL_SUPPORT);
    }

    @Test
    void nobodyReviewsWhatTechnicalSupportSaid() {
        Diagnosis it = open(Optional.empty());
        it.record(expects(List.of(), "0.7"), Optional.empty(), SUPPORT, NOW);
        assertThat(it.review()).isEqualTo(Review.NOT_NEEDED);
    }

    @Test
    void aPredictionIsComparedWithTheTruth() {
        Prediction prediction = new Prediction(1, Source.TECHNICAL_SUPPORT, Answer.CHANGED, new Expectation(false,
                List.of(likely("memory.damaged", "0.3"), likely("board.mainboard", "0.6")), List.of("MB", "RAM"), ""), Optional.of(SUPPORT), NOW,
                Optional.of(new EngineWord(1, Optional.of("memory.damaged"), 0.6, List.of("MEMORY"), 0.7)));
        assertThat(prediction.compare(List.of("board.mainboard"), List.of("MB"), Optional.of(List.of("MAINBOARD")))).isEqualTo(score(true, true, 2, 1, 1, false, false));
        assertThat(prediction.compare(List.of("memory.damaged"), List.of("RAM", "CPU", "CPU"), Optional.of(List.of("MEMORY")))).isEqualTo(score(false, true, 2, 2, 1, true, true));
        assertThat(prediction.compare(List.of("power.supply"), List.of("PSU"), Optional.of(List.of("POWER_SUPPLY")))).isEqualTo(score(false, false, 2, 1, 0, false, false));
    }

    @Test
    void dontKnowIsNotJudged() {
        Prediction prediction = new Prediction(1, Source.TECHNICAL_SUPPORT, Answer.UNKNOWN, new Expectation(true, List.of(), List.of(), ""),
                Optional.of(SUPPORT), NOW, Optional.empty());
        assertThat(prediction.compare(List.of("power.supply"), List.of(), Optional.empty()).topHit()).isEmpty();
    }

    @Test
    void countedCausesAreHonestAboutFewCases() {
        CountedCauses few = CountedCauses.of(Map.of("disk.damaged", 2), Map.of("disk.damaged", 2));
        assertThat(few.basis()).isEqualTo(CountedCauses.Basis.ALL_FAMILIES);
        CountedCauses.Counted only = few.causes().getFirst();
        assertThat(only.share()).isEqualTo(1);
        assertThat(only.low()).isLessThan(0.4);
        assertThat(only.probability()).isLessThan(0.9);
        CountedCauses many = CountedCauses.of(Map.of("disk.damaged", 200), Map.of("disk.damaged", 200));
        assertThat(many.causes().getFirst().low()).isGreaterThan(0.97);
        assertThat(CountedCauses.of(Map.of(), Map.of()).basis()).isEqualTo(CountedCauses.Basis.NONE);
    }

    @Test
    void aFamilyWithFewCasesLeansOnAllFamilies() {
        Map<String, Integer> all = Map.of("board.mainboard", 60, "memory.damaged", 40);
        CountedCauses nobody = CountedCauses.of(Map.of(), all);
        assertThat(nobody.basis()).isEqualTo(CountedCauses.Basis.ALL_FAMILIES);
        assertThat(nobody.causes().getFirst().probability()).isCloseTo(61.0 / 103, within(1e-9));
        CountedCauses own = CountedCauses.of(Map.of("memory.damaged", 30), all);
        assertThat(own.basis()).isEqualTo(CountedCauses.Basis.FAMILY);
        assertThat(own.causes()).extracting(CountedCauses.Counted::causeCode).containsExactly("memory.damaged");
    }

    @Test
    void howAPredictionWasAnswered() {
        Expectation predicted = expects(List.of("a"), "0.5", "0.3");
        assertThat(answer(predicted, expects(List.of("a"), "0.9"))).isEqualTo(Answer.CONFIRMED);
        assertThat(answer(predicted, expects(List.of("b"), "0.9"))).isEqualTo(Answer.CHANGED);
        assertThat(answer(predicted, new Expectation(false, List.of(likely("other", "0.5")), List.of("a"), ""))).isEqualTo(Answer.CHANGED);
        assertThat(answer(predicted, new Expectation(true, List.of(), List.of("a"), ""))).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void whereNobodySaidAnythingTheEngineSpeaksWhenTheEngineerLeaves() {
        Diagnosis silent = open(Optional.empty());
        assertThat(silent.freeze(NOW, Optional.of(expects(List.of("a"), "0.5")), Optional.empty()).orElseThrow().expectation().parts()).containsExactly("a");
        Diagnosis spoken = open(Optional.empty());
        spoken.record(expects(List.of("b"), "0.5"), Optional.empty(), SUPPORT, NOW);
        assertThat(spoken.freeze(NOW, Optional.of(expects(List.of("a"), "0.5")), Optional.empty()).orElseThrow().expectation().parts()).containsExactly("b");
    }

    @Test
    void aWrongPredictionRulesItsFirstCauseOut() {
        assertThat(ruledOutAfter("WRONG_PREDICTION")).containsExactly("cause.0");
        assertThat(ruledOutAfter("PART_MISSING")).isEmpty();
    }

    private static Set<String> ruledOutAfter(String reason) {
        Diagnosis it = open(Optional.empty());
        it.record(expects(List.of(), "0.6", "0.2"), Optional.empty(), SUPPORT, NOW);
        freeze(it);
        it.reopen(reason);
        return it.ruledOut();
    }

    private static Answer answer(Expectation predicted, Expectation said) {
        Diagnosis it = open(Optional.empty());
        it.record(said, Optional.of(predicted), SUPPORT, NOW);
        return it.answer();
    }

    private static Optional<Prediction> freeze(Diagnosis it) {
        return it.freeze(NOW, Optional.empty(), Optional.empty());
    }

    private static Diagnosis open(Optional<PersonId> dedicated) {
        return Diagnosis.opened(new Diagnosis.Subject(UUID.randomUUID(), new CaseId(UUID.randomUUID()), "C-2026-001001", NOW, dedicated,
                new OrgPath("house")), new Diagnosis.Matter(Optional.empty(), Optional.empty(), Optional.empty(), Priority.P3));
    }

    private static Expectation expects(List<String> parts, String... probabilities) {
        List<Likely> causes = new java.util.ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            causes.add(likely("cause." + i, probabilities[i]));
        }
        return new Expectation(false, causes, parts, "");
    }

    private static Likely likely(String cause, String probability) {
        return new Likely(cause, new BigDecimal(probability));
    }

    private static Prediction.Score score(boolean top, boolean any, int carried, int needed, int right, boolean engineTop, boolean covered) {
        return new Prediction.Score(Optional.of(top), Optional.of(any), carried, needed, right, Optional.of(engineTop), Optional.of(covered));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields().isEmpty() ? problem.code()
                : problem.fields().getFirst().code()).isEqualTo(code));
    }
}
