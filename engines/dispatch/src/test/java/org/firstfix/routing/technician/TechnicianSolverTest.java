package org.firstfix.routing.technician;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.firstfix.routing.search.Budget;
import org.junit.jupiter.api.Test;

class TechnicianSolverTest {
    private static final boolean[] NONE = {};
    /** The depot and home are at 0, the far request at 40, the near one at 1. */
    private static final int[] PLACES = {0, 0, 40, 1};

    @Test
    void plannedVisitIsNotGivenUpForCheaperOne() {
        var far = new TechnicianProblem.Request(2, 50, 50, 10, NONE, NONE, new int[0]);
        var near = new TechnicianProblem.Request(3, 50, 50, 10, NONE, NONE, new int[0]);
        var technician = TechnicianProblem.Technician.atHome(1, 0, 200, NONE, NONE, new int[0]);
        int[] travel = new int[PLACES.length * PLACES.length];
        for (int i = 0; i < travel.length; i++) {
            travel[i] = Math.abs(PLACES[i / PLACES.length] - PLACES[i % PLACES.length]);
        }
        var problem = new TechnicianProblem(PLACES.length, travel, new TechnicianProblem.Technician[] {technician},
                new TechnicianProblem.Request[] {far, near}, 0, 200);

        var mended = new TechnicianSolver(problem, 1).improve(new int[][] {{0}}, Budget.iterations(500), 1);

        assertThat(mended.stops()).isEqualTo(List.of(List.of(0)));
    }
}
