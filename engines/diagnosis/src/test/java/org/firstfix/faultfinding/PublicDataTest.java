package org.firstfix.faultfinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The targets on public data. The whole aircraft log takes its time: {@code -Dfirstfix.long=true}. */
class PublicDataTest {
    private static final long SEED = 5;

    @ParameterizedTest
    @CsvSource({"100, .76, 1", "1000, .84, .05", "3022, .89, .03"})
    void twoPartsAreAllThatIsNeeded(int learnt, double atLeast, double errorAtMost) {
        assumeThat(learnt <= 1000 || Boolean.getBoolean("firstfix.long")).as("the whole log is learnt with -Dfirstfix.long=true").isTrue();
        List<Ticket> log = SharedData.aircraft();
        int first = log.size() * 7 / 10;
        DiagnosisModel model = DiagnosisModel.learn(log.subList(0, Math.min(learnt, first)), Settings.usual().keeping(Integer.MAX_VALUE));
        PartsScore score = new PartsScore();
        log.subList(first, log.size()).forEach(ticket -> score.add(model.predict(ticket.question()).partSets(), ticket.repair().parts().orElseThrow()));
        System.out.printf("aircraft, %d tickets learnt: all needed within two %.4f, ECE %.4f%n", learnt, score.allNeeded(2), score.promises(2).error());
        assertThat(score.allNeeded(2)).isGreaterThanOrEqualTo(atLeast);
        assertThat(score.promises(2).error()).isLessThanOrEqualTo(errorAtMost);
    }

    @Test
    void failureModesAreFoundInFiveFolds() {
        List<Ticket> tickets = new ArrayList<>(SharedData.failureModes());
        Collections.shuffle(tickets, new Random(SEED));
        CauseScore score = fiveFolds(tickets, new CauseScore());
        System.out.printf("failure modes, five folds of seed %d: top-1 %.4f, top-3 %.4f%n", SEED, score.top1(), score.top3());
        assertThat(score.top1()).isGreaterThanOrEqualTo(.75);
        assertThat(score.top3()).isGreaterThanOrEqualTo(.87);
    }

    @Test
    void whereThereIsNothingToLearnItSaysWhatCountingSays() {
        List<Ticket> tickets = SharedData.failureModes();
        List<Repair> repairs = new ArrayList<>(tickets.stream().map(Ticket::repair).toList());
        Collections.shuffle(repairs, new Random(SEED));
        List<Ticket> shuffled = IntStream.range(0, tickets.size()).mapToObj(i -> new Ticket("s" + i, tickets.get(i).question(), repairs.get(i), 0)).toList();
        CauseScore counted = new CauseScore();
        CauseScore score = fiveFolds(shuffled, counted);
        assertThat(score.logLoss()).isLessThanOrEqualTo(counted.logLoss() + 1e-3);
        assertThat(score.calibration().meanSaid()).isCloseTo(counted.calibration().meanSaid(), within(.02));
    }

    private static CauseScore fiveFolds(List<Ticket> tickets, CauseScore counted) {
        CauseScore score = new CauseScore();
        for (int fold = 0; fold < 5; fold++) {
            int mine = fold;
            DiagnosisModel model = DiagnosisModel.learn(IntStream.range(0, tickets.size()).filter(i -> i % 5 != mine).mapToObj(tickets::get).toList(), Settings.usual());
            IntStream.range(0, tickets.size()).filter(i -> i % 5 == mine).mapToObj(tickets::get).forEach(ticket -> {
                score.add(model.predict(ticket.question()), ticket.repair().cause().orElseThrow());
                counted.add(model.predictByCounting(ticket.question()), ticket.repair().cause().orElseThrow());
            });
        }
        return score;
    }
}
