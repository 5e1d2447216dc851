package org.firstfix.routing.technician;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.firstfix.routing.search.Blinks;
import org.firstfix.routing.search.FastRandom;
import org.firstfix.routing.search.Routes;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Every price the search sees must be what trying all places and all moments of the pick-up by hand gives. */
class TechnicianRoutesTest {
    private static final int REQUESTS = 9;
    private static final int TECHNICIANS = 3;
    private static final int PICK_UP = -1;

    private TechnicianProblem problem = problem(new Random(0));

    private static TechnicianProblem problem(Random random) {
        int places = 1 + TECHNICIANS + REQUESTS;
        int[][] at = new int[places][];
        Arrays.setAll(at, i -> new int[] {random.nextInt(100), random.nextInt(100)});
        int[] travel = new int[places * places];
        for (int i = 0; i < travel.length; i++) {
            travel[i] = (int) Math.ceil(Math.hypot(at[i / places][0] - at[i % places][0], at[i / places][1] - at[i % places][1]));
        }
        var technicians = new TechnicianProblem.Technician[TECHNICIANS];
        for (int i = 0; i < TECHNICIANS; i++) {
            boolean underWay = random.nextInt(3) == 0;
            int begins = random.nextInt(50);
            technicians[i] = new TechnicianProblem.Technician(1 + i, 1 + i, begins, underWay ? begins : 900, 900, underWay ? random.nextInt(60) - 20 : 0,
                    flags(random, 3, 0.8), flags(random, 3, 0.6), new int[] {random.nextInt(3), random.nextInt(3)});
        }
        var requests = new TechnicianProblem.Request[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            int ready = random.nextInt(600);
            requests[i] = new TechnicianProblem.Request(1 + TECHNICIANS + i, ready, ready + 50 + random.nextInt(400), 10 + random.nextInt(30),
                    flags(random, 3, 0.2), flags(random, 3, 0.3), new int[] {random.nextInt(2), random.nextInt(2)});
        }
        return new TechnicianProblem(places, travel, technicians, requests, 0, 800);
    }

    private static boolean[] flags(Random random, int size, double chance) {
        boolean[] flags = new boolean[size];
        for (int i = 0; i < size; i++) {
            flags[i] = random.nextDouble() < chance;
        }
        return flags;
    }

    @RepeatedTest(60)
    void pricesAreThoseOfTryingEverything(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        problem = problem(random);
        long[] price = new long[REQUESTS];
        Arrays.fill(price, 10_000);
        TechnicianRoutes routes = new TechnicianRoutes(problem, price);
        Blinks open = new Blinks(new FastRandom(1), 0);
        for (int step = 0; step < 60; step++) {
            int visit = random.nextInt(REQUESTS);
            if (routes.routeOf[visit] != Routes.ABSENT) {
                int route = routes.routeOf[visit];
                routes.unlink(visit);
                routes.refresh(route);
                continue;
            }
            long expected = Long.MAX_VALUE;
            for (int route = 0; route < TECHNICIANS; route++) {
                List<Integer> sequence = new ArrayList<>(Arrays.stream(routes.sequence(route)).boxed().toList());
                long old = sequence.isEmpty() ? problem.technicians()[route].idlePrice() : shortest(route, sequence);
                for (int position = 0; position <= sequence.size(); position++) {
                    sequence.add(position, visit);
                    long now = shortest(route, sequence);
                    expected = now == Long.MAX_VALUE ? expected : Math.min(expected, now - old);
                    sequence.remove(position);
                }
            }
            boolean found = routes.findPlace(visit, open);
            assertThat(found).as("seed %d step %d", repetition.getCurrentRepetition(), step).isEqualTo(expected != Long.MAX_VALUE);
            if (found) {
                assertThat(routes.placeCost()).as("seed %d step %d", repetition.getCurrentRepetition(), step).isEqualTo(expected);
                long before = routes.travelCost();
                routes.insertAtPlace(visit);
                assertThat(routes.travelCost() - before).isEqualTo(expected);
            }
        }
    }

    private long shortest(int technician, List<Integer> sequence) {
        long best = duration(technician, sequence);
        for (int moment = 0; moment < sequence.size(); moment++) {
            List<Integer> stops = new ArrayList<>(sequence);
            stops.add(moment, PICK_UP);
            best = Math.min(best, duration(technician, stops));
        }
        return best;
    }

    /** Tries every departure; whole units make that exact. */
    private long duration(int index, List<Integer> stops) {
        TechnicianProblem.Technician technician = problem.technicians()[index];
        if (!equipped(technician, stops)) {
            return Long.MAX_VALUE;
        }
        long best = Long.MAX_VALUE;
        for (int departure = technician.begins(); departure <= technician.leavesBy(); departure++) {
            int now = departure;
            int at = technician.from();
            for (int stop : stops) {
                int place = stop == PICK_UP ? 0 : problem.requests()[stop].place();
                now = Math.max(now + problem.travel()[at * problem.places() + place], stop == PICK_UP ? problem.depotOpens() : problem.requests()[stop].ready());
                if (now > (stop == PICK_UP ? problem.depotCloses() : problem.requests()[stop].due())) {
                    return best;
                }
                now += stop == PICK_UP ? 0 : problem.requests()[stop].service();
                at = place;
            }
            now += problem.travel()[at * problem.places() + technician.to()];
            if (now > technician.ends()) {
                return best;
            }
            best = Math.min(best, now - departure);
        }
        return best;
    }

    private boolean equipped(TechnicianProblem.Technician technician, List<Integer> stops) {
        int[] left = technician.stock().clone();
        boolean loaded = false;
        for (int stop : stops) {
            if (stop == PICK_UP) {
                loaded = true;
                continue;
            }
            TechnicianProblem.Request request = problem.requests()[stop];
            for (int i = 0; i < 3; i++) {
                if (request.skills()[i] && !technician.skills()[i] || !loaded && request.tools()[i] && !technician.tools()[i]) {
                    return false;
                }
            }
            for (int kind = 0; kind < left.length && !loaded; kind++) {
                left[kind] -= request.parts()[kind];
                if (left[kind] < 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
