package org.firstfix.routing.team;

import java.util.List;

/**
 * @param teams in the order of days
 * @param hired interventions given to somebody else
 */
public record TeamPlan(List<Team> teams, List<Integer> hired, long iterations) {

    /**
     * @param day from 1
     * @param members technicians, from 0
     * @param work interventions in order, from 0
     */
    public record Team(int day, List<Integer> members, List<Integer> work) {}
}
