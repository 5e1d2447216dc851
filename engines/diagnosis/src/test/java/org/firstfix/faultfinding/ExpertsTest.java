package org.firstfix.faultfinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpertsTest {
    private static final TraitVector NO_TRAITS = new TraitVector(new int[0], new float[0]);

    private static Asked on(double day, String... machine) {
        return new Asked(NO_TRAITS, NO_TRAITS, List.of(machine), day);
    }

    @Test
    void aMachineSeenSeldomLeansOnItsModelAndFamily() {
        CountedPrior prior = new CountedPrior(Fading.NONE);
        for (int i = 0; i < 100; i++) {
            prior.learn(on(0, "serial " + i, "old", "pump"), 0, 1);
            prior.learn(on(0, "serial " + i, "new", "pump"), 1, 1);
        }
        prior.learn(on(0, "mine", "old", "pump"), 1, 1);
        double[] unknownMachine = Logarithms.exponentials(prior.logProbabilities(on(0, "never seen", "old", "pump"), 2));
        double[] mine = Logarithms.exponentials(prior.logProbabilities(on(0, "mine", "old", "pump"), 2));
        double[] unknownModel = Logarithms.exponentials(prior.logProbabilities(on(0, "x", "y", "pump"), 2));
        assertThat(unknownMachine[0]).isGreaterThan(.95);
        assertThat(mine[1]).isGreaterThan(unknownMachine[1]).isLessThan(.5);
        assertThat(unknownModel[0]).isCloseTo(.5, within(.01));
        assertThat(mine[0] + mine[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void oldEvidenceFadesByHalf() {
        CountedPrior prior = new CountedPrior(new Fading(0, 365));
        for (int i = 0; i < 1000; i++) {
            prior.learn(on(0), 0, 1);
            prior.learn(on(365), 1, 1);
        }
        assertThat(Math.exp(prior.logProbabilities(on(730), 2)[0])).isCloseTo(1.0 / 3, within(.001));
    }

    @Test
    void thePoolTrustsWhoKnows() {
        Random random = new Random(7);
        int tickets = 400;
        double[][][] said = new double[tickets][2][3];
        int[] answers = new int[tickets];
        for (int i = 0; i < tickets; i++) {
            answers[i] = random.nextInt(3);
            for (int answer = 0; answer < 3; answer++) {
                said[i][0][answer] = random.nextGaussian();
                said[i][1][answer] = (answer == answers[i] ? 2 : 0) + random.nextGaussian();
            }
            Logarithms.normalise(said[i][0]);
            Logarithms.normalise(said[i][1]);
        }
        Pool pool = Pool.learn(said, answers, new Pool(new double[] {.5, .5}));
        assertThat(pool.weights()[0]).as("who guesses").isBetween(0.0, .2);
        assertThat(pool.weights()[1]).as("who knows").isGreaterThan(1);
    }

    @Test
    void aPoolWithoutTicketsTrustsTheExpertsThatCount() {
        Pool pool = Pool.start(EnumSet.of(Speaker.PRIOR, Speaker.WORDS, Speaker.NEIGHBOURS, Speaker.LOGISTIC), 0);
        assertThat(pool.weights()).containsExactly(.3, .45, .45, 0);
    }

    @Test
    void theUnseenIsWhatWasSeenOnce() {
        assertThat(new Unseen().probability(.5, 10, 100)).isCloseTo(10.5 / 101, within(1e-12));
        Unseen counted = new Unseen();
        for (int i = 0; i < 100; i++) {
            counted.count(.1, i % 2 == 0);
            counted.count(.9, false);
        }
        assertThat(counted.probability(.1, 10, 100)).isGreaterThan(5 * counted.probability(.9, 10, 100));
    }

    @Test
    void calibrationMeasuresTheDistanceOfSaidAndWas() {
        Calibration calibration = new Calibration();
        for (int i = 0; i < 10; i++) {
            calibration.add(.75, i < 5);
            calibration.add(1, true);
        }
        assertThat(calibration.error()).isCloseTo(.125, within(1e-12));
        assertThat(calibration.bands()).extracting(Calibration.Band::times).containsExactly(10, 10);
    }
}
