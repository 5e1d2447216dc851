package org.firstfix.routing.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.firstfix.routing.team.TeamProblem.Intervention;
import org.firstfix.routing.team.TeamProblem.Technician;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SkillCountsTest {
    private static final int DOMAINS = 5;
    private static final int LEVELS = 4;

    private static TeamProblem random(Random random) {
        Technician[] crew = new Technician[6];
        Arrays.setAll(crew, n -> new Technician(random.ints(DOMAINS, 0, LEVELS + 1).toArray(), Set.of()));
        Intervention[] work = new Intervention[4];
        Arrays.setAll(work, n -> {
            int[][] needs = new int[DOMAINS][];
            Arrays.setAll(needs, domain -> random.ints(LEVELS, 0, 4).toArray());
            return new Intervention(10, new int[0], 1, 0, needs);
        });
        return new TeamProblem(120, 0, crew, work);
    }

    private static int able(TeamProblem problem, int people, int domain, int level) {
        int able = 0;
        for (int technician = 0; technician < people; technician++) {
            able += problem.technicians()[technician].skills()[domain] > level ? 1 : 0;
        }
        return able;
    }

    @RepeatedTest(50)
    void countersSayWhatCountingSays(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        TeamProblem problem = random(new Random(seed));
        SkillCounts counts = new SkillCounts(problem);
        long[] have = new long[counts.words];
        for (int people = 0; people < 6; people++) {
            for (int i = 0; i < 4; i++) {
                int lacking = 0;
                int lowered = 0;
                for (int domain = 0; domain < DOMAINS; domain++) {
                    for (int level = 0; level < LEVELS; level++) {
                        boolean lacks = able(problem, people, domain, level) < problem.interventions()[i].needs()[domain][level];
                        lacking += lacks ? 1 : 0;
                        lowered += lacks && problem.technicians()[people].skills()[domain] > level ? 1 : 0;
                    }
                }
                long[] missing = new long[counts.words];
                assertThat(counts.covers(have, 0, counts.needs, i * counts.words)).as("seed %d", seed).isEqualTo(lacking == 0);
                assertThat(counts.missing(counts.needs, i * counts.words, have, 0, missing)).as("seed %d", seed).isEqualTo(lacking > 0);
                assertThat(counts.gain(missing, people)).as("seed %d", seed).isEqualTo(lowered);
            }
            counts.add(have, 0, people);
        }
    }

    @Test
    void raisedCountersCoverBoth() {
        SkillCounts counts = new SkillCounts(random(new Random(7)));
        long[] both = Arrays.copyOf(counts.needs, counts.words);
        counts.raise(both, 0, counts.needs, counts.words);

        assertThat(counts.covers(both, 0, counts.needs, 0)).isTrue();
        assertThat(counts.covers(both, 0, counts.needs, counts.words)).isTrue();
    }

    @Test
    void moreThanACounterHoldsIsRefused() {
        var work = new Intervention(10, new int[0], 1, 0, new int[][] {{128}});

        assertThatThrownBy(() -> new SkillCounts(new TeamProblem(120, 0, new Technician[0], new Intervention[] {work})))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("128 people in domain 1");
    }
}
