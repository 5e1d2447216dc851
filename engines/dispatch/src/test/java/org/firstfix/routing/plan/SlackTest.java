package org.firstfix.routing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firstfix.routing.plan.Days.HOUR;
import static org.firstfix.routing.plan.Days.visit;

import java.util.List;
import java.util.Random;
import org.firstfix.routing.plan.Visit.Window;
import org.firstfix.routing.search.Budget;
import org.junit.jupiter.api.Test;

class SlackTest {

    @Test
    void aVisitFitsWhereTimeIsLeft() {
        ServiceDay day = Days.day(List.of(Days.ANNA), Days.with(visit(1), List.of(new Window(9 * HOUR, 9 * HOUR))), visit(2));
        RouteTimes times = new RouteTimes(day);
        Slack slack = new Slack(day, times);
        measure(times, slack, 0, 0);
        assertThat(slack.mayFit(0, slack.start(0), 0, 1)).as("before the visit that begins at 9").isFalse();
        assertThat(slack.mayFit(0, 0, slack.end(0), 1)).isTrue();
    }

    @Test
    void whereItSaysNoAHardRuleIsBroken() {
        int no = 0;
        for (int seed = 0; seed < 100; seed++) {
            ServiceDay day = Days.random(new Random(seed), 3, 14);
            Plan plan = new Planner(day).plan(Budget.iterations(30), 1, seed).plan();
            RouteTimes times = new RouteTimes(day);
            plan.routes().forEach(route -> route.stops().forEach(stop -> times.appointments().keep(day.visitNumber(stop.visit()), stop.start(),
                    day.engineerNumber(route.engineer()))));
            for (Plan.Route route : plan.routes()) {
                int[] sequence = route.stops().stream().mapToInt(stop -> day.visitNumber(stop.visit())).toArray();
                for (int undone : plan.unassigned()) {
                    no += placesThatDoNotFit(day, times, day.engineerNumber(route.engineer()), sequence, day.visitNumber(undone));
                }
            }
        }
        assertThat(no).isGreaterThan(1_000);
    }

    private static int placesThatDoNotFit(ServiceDay day, RouteTimes times, int engineer, int[] sequence, int visit) {
        Slack slack = new Slack(day, times);
        measure(times, slack, engineer, sequence);
        boolean[] pinned = new boolean[day.visits().size()];
        for (int i = 0; i < pinned.length; i++) {
            pinned[i] = day.visits().get(i).pinned().isPresent();
        }
        int no = 0;
        for (int position = 0; position <= sequence.length; position++) {
            int before = position == 0 ? slack.start(engineer) : sequence[position - 1];
            int after = position == sequence.length ? slack.end(engineer) : sequence[position];
            if (!slack.mayFit(engineer, before, after, visit)) {
                enter(times, engineer, Planner.with(sequence, visit, position));
                times.drive();
                assertThat(times.rules().broken(times, pinned)).isTrue();
                no++;
            }
        }
        return no;
    }

    private static void measure(RouteTimes times, Slack slack, int engineer, int... sequence) {
        enter(times, engineer, sequence);
        times.measure(slack);
    }

    private static void enter(RouteTimes times, int engineer, int... sequence) {
        times.of(engineer);
        for (int visit : sequence) {
            times.add(visit);
        }
    }
}
