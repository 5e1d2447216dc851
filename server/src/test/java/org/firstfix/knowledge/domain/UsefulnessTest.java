package org.firstfix.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.knowledge.domain.CaseEnding.Result;
import org.firstfix.knowledge.domain.CaseEnding.Solved;
import org.firstfix.knowledge.domain.Usefulness.Tally;
import org.firstfix.knowledge.domain.Usefulness.Verdict;
import org.firstfix.platform.scope.OrgPath;
import org.junit.jupiter.api.Test;

class UsefulnessTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void theIntervalIsWilsons() {
        // Published examples: Newcombe (1998), 81 of 263 and 15 of 148.
        Share.Interval interval = Share.counted(81, 263).orElseThrow().interval();
        assertThat(interval.low()).isCloseTo(.2553, within(.0001));
        assertThat(interval.high()).isCloseTo(.3662, within(.0001));
        assertThat(Share.counted(0, 10).orElseThrow().interval().low()).isZero();
        assertThat(Share.counted(0, 0)).isEmpty();
    }

    @Test
    void theDifferenceIsNewcombes() {
        // Newcombe (1998), 56 of 70 against 48 of 80: 0.0524 to 0.3339.
        Share.Interval difference = Share.counted(56, 70).orElseThrow().minus(Share.counted(48, 80).orElseThrow());
        assertThat(difference.low()).isCloseTo(.0524, within(.0001));
        assertThat(difference.high()).isCloseTo(.3339, within(.0001));
    }

    @Test
    void fewCasesSayNothing() {
        Usefulness few = Usefulness.of(Map.of("memory.error", tally(9, 0)), Map.of("memory.error", tally(40, 60)));
        assertThat(few.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(few.share().orElseThrow().value()).isEqualTo(1);
        assertThat(Usefulness.of(Map.of("memory.error", tally(30, 0)), Map.of("memory.error", tally(4, 5))).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(Usefulness.of(Map.of("memory.error", tally(30, 0)), Map.of()).verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void manyCasesDo() {
        assertThat(Usefulness.of(Map.of("s", tally(28, 2)), Map.of("s", tally(50, 50))).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(Usefulness.of(Map.of("s", tally(2, 28)), Map.of("s", tally(50, 50))).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(Usefulness.of(Map.of("s", tally(17, 13)), Map.of("s", tally(50, 50))).verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
    }

    @Test
    void theBaseHasTheSameMixtureOfSymptoms() {
        Usefulness worth = Usefulness.of(Map.of("easy", tally(27, 3), "hard", tally(5, 5), "new", tally(1, 0)),
                Map.of("easy", tally(90, 10), "hard", tally(10, 90), "other", tally(0, 500)));
        // Three quarters of what can be compared is easy.
        assertThat(worth.base().orElseThrow().value()).isCloseTo(.75 * .9 + .25 * .1, within(1e-9));
        assertThat(worth.base().orElseThrow().of()).isCloseTo(1 / (.75 * .75 / 100 + .25 * .25 / 100), within(1e-9));
        assertThat(worth.cases()).isEqualTo(41);
    }

    @Test
    void aCaseIsCountedByWhatHappenedInTheEnd() {
        CaseEnding it = new CaseEnding(new CaseId(UUID.randomUUID()), "C-1", Optional.of("memory.error"), Optional.empty(), Optional.empty(),
                List.of(), 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0, false, new OrgPath("house"));
        assertThat(it.result()).isEmpty();
        assertThat(it.solvedBy(Solved.REMOTELY, NOON, true).result()).contains(Result.RESOLVED_REMOTELY);
        assertThat(it.solvedBy(Solved.AT_THE_SITE, NOON, true).result()).contains(Result.FIRST_VISIT);
        assertThat(it.visitEndedOpen("PART_MISSING").result()).isEmpty();
        assertThat(it.visitEndedOpen("PART_MISSING").solvedBy(Solved.AT_THE_SITE, NOON, true).result()).contains(Result.MORE_VISITS);
        assertThat(it.solvedBy(Solved.REMOTELY, NOON, true).reopenedAgain().result()).contains(Result.REOPENED);
        assertThat(it.solvedBy(Solved.REMOTELY, NOON, true).reopenedAgain().solvedBy(Solved.AT_THE_SITE, NOON, true).result()).contains(Result.REOPENED);
    }

    @Test
    void aClosedDoorSaysNothingAboutTheArticle() {
        CaseEnding it = new CaseEnding(new CaseId(UUID.randomUUID()), "C-1", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 0, 0,
                Optional.empty(), Optional.empty(), Optional.empty(), 0, false, new OrgPath("house"));
        CaseEnding twice = it.visitEndedOpen("NOT_ON_SITE").solvedBy(Solved.AT_THE_SITE, NOON, false);
        assertThat(twice.result()).contains(Result.FIRST_VISIT);
        assertThat(twice.visits()).isEqualTo(2);
    }

    @Test
    void whatWasUsedAfterTheSolutionDidNotHelp() {
        CaseEnding it = new CaseEnding(new CaseId(UUID.randomUUID()), "C-1", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 0, 0,
                Optional.empty(), Optional.empty(), Optional.empty(), 0, false, new OrgPath("house"));
        CaseEnding again = it.solvedBy(Solved.REMOTELY, NOON, false).reopenedAgain().solvedBy(Solved.AT_THE_SITE, NOON.plusSeconds(9), true);
        assertThat(again.withArticle()).isFalse();
        assertThat(again.firstSolvedAt()).contains(NOON);
    }

    private static Tally tally(int good, int bad) {
        return new Tally(Map.of(Result.FIRST_VISIT, good, Result.MORE_VISITS, bad));
    }
}
