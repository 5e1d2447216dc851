package org.firstfix.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.firstfix.knowledge.domain.Following.Result;
import org.firstfix.knowledge.domain.Following.StepResult;
import org.firstfix.knowledge.domain.Following.Tick;
import org.firstfix.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Step STEP = new Step(new Bilingual("看灯", ""), Bilingual.NOTHING, Bilingual.NOTHING);
    private static final Content SCRIPT = new Content(Audience.STAFF, new Bilingual("脚本", ""), Bilingual.NOTHING, Bilingual.NOTHING, List.of(STEP, STEP),
            About.NOTHING);

    @Test
    void stepsAreThoseOfTheScriptAndEachOnce() {
        assertThatCode(() -> following(Result.SOLVED, tick(2), tick(1)).check(SCRIPT)).doesNotThrowAnyException();
        refused("knowledge.step-unknown", following(Result.NOT_SOLVED, tick(3)));
        refused("knowledge.step-twice", following(Result.NOT_SOLVED, tick(1), tick(1)));
    }

    @Test
    void whatSolvedItWasTriedAndWhatWasBrokenOffNeedNotBe() {
        refused("knowledge.solved-without-a-step", following(Result.SOLVED));
        assertThatCode(() -> following(Result.ABANDONED).check(SCRIPT)).doesNotThrowAnyException();
    }

    @Test
    void nothingEndsBeforeItBegins() {
        refused("knowledge.ended-before-it-began", new Following(UUID.randomUUID(), Result.ABANDONED, "", NOON, NOON.minusSeconds(1), List.of()));
    }

    private static void refused(String code, Following following) {
        assertThatThrownBy(() -> following.check(SCRIPT)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.fields()).extracting(Problem.FieldProblem::code).containsExactly(code));
    }

    private static Following following(Result result, Tick... ticks) {
        return new Following(UUID.randomUUID(), result, "", NOON, NOON.plusSeconds(60), List.of(ticks));
    }

    private static Tick tick(int position) {
        return new Tick(position, StepResult.DONE, "", NOON);
    }
}
