package org.firstfix.routing.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.team.TeamPlan.Team;
import org.firstfix.routing.team.TeamProblem.Intervention;
import org.firstfix.routing.team.TeamProblem.Technician;
import org.junit.jupiter.api.Test;

class TeamSolverTest {
    private static final Budget BUDGET = Budget.iterations(720);

    private static Technician technician(int skill, Integer... away) {
        return new Technician(new int[] {skill}, Set.of(away));
    }

    /** Needs so many people of the first level and of the second. */
    private static Intervention work(int time, int priority, int first, int second, int... predecessors) {
        return new Intervention(time, predecessors, priority, 100, new int[][] {{first, second}});
    }

    private static TeamPlan solve(int budget, List<Technician> crew, Intervention... work) {
        return new TeamSolver(new TeamProblem(120, budget, crew.toArray(Technician[]::new), work)).solve(BUDGET, 1);
    }

    @Test
    void peopleComeTogetherWhereOneIsNotEnough() {
        List<Technician> crew = List.of(technician(1), technician(2), technician(1));

        assertThat(solve(0, crew, work(60, 1, 2, 1)).teams()).singleElement().satisfies(team -> assertThat(team.members()).hasSize(2).contains(1));
        assertThat(solve(0, crew, work(60, 1, 1, 0)).teams()).singleElement().satisfies(team -> assertThat(team.members()).hasSize(1));
    }

    @Test
    void whoIsAwayIsWaitedForOnlyWhereNobodyElseCan() {
        List<Technician> crew = List.of(technician(2, 1, 2), technician(1));

        assertThat(solve(0, crew, work(60, 1, 1, 1)).teams()).containsExactly(new Team(3, List.of(0), List.of(0)));
        assertThat(solve(0, crew, work(60, 1, 1, 0)).teams()).containsExactly(new Team(1, List.of(1), List.of(0)));
    }

    @Test
    void predecessorsEndBeforeInAnyTeam() {
        List<Technician> crew = List.of(technician(1), technician(1));

        assertThat(solve(0, crew, work(60, 1, 1, 0, 1), work(90, 4, 1, 0)).teams()).extracting(Team::day).containsExactly(1, 2);
        assertThat(solve(0, crew, work(30, 1, 1, 0, 1), work(90, 4, 1, 0)).teams()).extracting(Team::day).containsOnly(1);
    }

    @Test
    void theOrderOfPrioritiesIsTheOneThatCostsLeast() {
        List<Technician> crew = List.of(technician(1));

        // First things first: 28 * 60 + 14 * 120 + 120; the other way 28 * 120 + 14 * 60 + 120.
        assertThat(solve(0, crew, work(60, 2, 1, 0), work(60, 1, 1, 0)).teams()).containsExactly(new Team(1, List.of(0), List.of(1, 0)));
        // Ten minutes of the second priority before 110 of the first: 28 * 120 + 14 * 10, not 28 * 110 + 14 * 120.
        assertThat(solve(0, crew, work(10, 2, 1, 0), work(110, 1, 1, 0)).teams()).containsExactly(new Team(1, List.of(0), List.of(0, 1)));
    }

    @Test
    void whatIsGivenAwayTakesItsSuccessorsAlong() {
        List<Technician> crew = List.of(technician(1));
        Intervention[] chain = {work(120, 1, 1, 0), work(10, 1, 1, 0, 0)};

        assertThat(solve(99, crew, chain).hired()).isEmpty();
        assertThat(solve(100, crew, chain).hired()).containsExactly(1);
        assertThat(solve(200, crew, chain).hired()).containsExactly(0, 1);
        assertThat(solve(200, crew, chain).teams()).isEmpty();
    }

    @Test
    void workForWhichNoSkillIsNeededStillTakesSomebody() {
        assertThat(solve(0, List.of(technician(0), technician(0)), work(30, 1, 0, 0)).teams()).singleElement()
                .satisfies(team -> assertThat(team.members()).hasSize(1));
    }

    @Test
    void workThatNobodyCanDoIsRefused() {
        assertThatThrownBy(() -> solve(0, List.of(technician(1)), work(30, 1, 1, 1))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no team that the technicians can form");
        assertThatThrownBy(() -> solve(0, List.of(technician(1)), work(121, 1, 1, 0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sameSeedSamePlan() {
        List<Technician> crew = List.of(technician(1), technician(2), technician(2, 1));
        Intervention[] work = new Intervention[20];
        Arrays.setAll(work, i -> work(15 + i % 4 * 30, 1 + i % 4, 1 + i % 2, i % 3 == 0 ? 1 : 0));

        assertThat(solve(0, crew, work)).isEqualTo(solve(0, crew, work));
    }
}
