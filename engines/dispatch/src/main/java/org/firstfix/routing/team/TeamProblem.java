package org.firstfix.routing.team;

import java.util.Set;

/**
 * Interventions and technicians.
 *
 * @param dayLength of every day
 * @param budget for giving interventions to somebody else
 */
public record TeamProblem(int dayLength, int budget, Technician[] technicians, Intervention[] interventions) {

    /**
     * @param skills level in each domain
     * @param away days, from 1, on which he does not work
     */
    public record Technician(int[] skills, Set<Integer> away) {}

    /**
     * @param predecessors numbers of interventions that end before it begins
     * @param priority 1 to 4
     * @param price of giving it to somebody else
     * @param needs by domain and level: how many in the team have at least that level
     */
    public record Intervention(int time, int[] predecessors, int priority, int price, int[][] needs) {}
}
