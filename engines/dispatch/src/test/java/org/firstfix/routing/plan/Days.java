package org.firstfix.routing.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.firstfix.routing.plan.Visit.Window;

/** Engineers, visits and days for tests. */
final class Days {
    static final int HOUR = 3600;
    static final Engineer ANNA = engineer(1);

    private Days() {}

    static Engineer engineer(int id) {
        return new Engineer(id, 0, 0, 8 * HOUR, 16 * HOUR, 0, Map.of("laser", 2), Map.of("pump", 1));
    }

    /** An hour of work at place 1 that asks for nothing. */
    static Visit visit(int id) {
        return new Visit(id, 1, HOUR, List.of(), Map.of(), Map.of(), 0, Visit.NEVER, 0, 10_000, Set.of(), Set.of(), Set.of(), OptionalInt.empty(),
                OptionalInt.empty());
    }

    static Visit with(Visit visit, List<Window> windows) {
        return new Visit(visit.id(), visit.place(), visit.service(), windows, visit.skills(), visit.parts(), visit.notBefore(), visit.due(),
                visit.lateCentsPerMinute(), visit.absenceCents(), visit.required(), visit.excluded(), visit.preferred(), visit.pinned(), visit.current());
    }

    static Visit needing(Visit visit, Map<String, Integer> skills, Map<String, Integer> parts) {
        return new Visit(visit.id(), visit.place(), visit.service(), visit.windows(), skills, parts, visit.notBefore(), visit.due(),
                visit.lateCentsPerMinute(), visit.absenceCents(), visit.required(), visit.excluded(), visit.preferred(), visit.pinned(), visit.current());
    }

    static Visit due(Visit visit, int notBefore, int due, long centsPerMinute) {
        return new Visit(visit.id(), visit.place(), visit.service(), visit.windows(), visit.skills(), visit.parts(), notBefore, due, centsPerMinute,
                visit.absenceCents(), visit.required(), visit.excluded(), visit.preferred(), visit.pinned(), visit.current());
    }

    static Visit by(Visit visit, Set<Integer> required, Set<Integer> excluded, Set<Integer> preferred) {
        return new Visit(visit.id(), visit.place(), visit.service(), visit.windows(), visit.skills(), visit.parts(), visit.notBefore(), visit.due(),
                visit.lateCentsPerMinute(), visit.absenceCents(), required, excluded, preferred, visit.pinned(), visit.current());
    }

    static Visit held(Visit visit, OptionalInt pinned, OptionalInt current) {
        return new Visit(visit.id(), visit.place(), visit.service(), visit.windows(), visit.skills(), visit.parts(), visit.notBefore(), visit.due(),
                visit.lateCentsPerMinute(), visit.absenceCents(), visit.required(), visit.excluded(), visit.preferred(), pinned, current);
    }

    /** Places an hour apart each, the depot at place 2. */
    static ServiceDay day(List<Engineer> engineers, Visit... visits) {
        int[][] hours = {{0, HOUR, HOUR}, {HOUR, 0, HOUR}, {HOUR, HOUR, 0}};
        return new ServiceDay(3, engineers, List.of(visits), new ServiceDay.Depot(2, 0, 24 * HOUR, 600), Travel.table(hours), Rules.standard(Weights.USUAL));
    }

    static ServiceDay random(Random random, int engineers, int visits) {
        int places = engineers + visits + 1;
        List<Travel.Point> points = IntStream.range(0, places)
                .mapToObj(i -> new Travel.Point(31 + random.nextDouble() * 0.4, 121 + random.nextDouble() * 0.4)).toList();
        List<String> skills = List.of("laser", "hydraulics", "software");
        List<Engineer> team = new ArrayList<>();
        for (int i = 0; i < engineers; i++) {
            Map<String, Integer> has = Map.of(skills.get(random.nextInt(3)), 1 + random.nextInt(3));
            team.add(new Engineer(i + 1, i, i, 8 * HOUR, (14 + random.nextInt(4)) * HOUR, random.nextInt(2) * HOUR, has, Map.of("pump", random.nextInt(2))));
        }
        List<Visit> work = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            int from = (8 + random.nextInt(6)) * HOUR;
            List<Window> windows = random.nextBoolean() ? List.of() : List.of(new Window(from, from + HOUR), new Window(from + 2 * HOUR, from + 4 * HOUR));
            OptionalInt pinned = random.nextInt(12) == 0 ? OptionalInt.of(1 + random.nextInt(engineers)) : OptionalInt.empty();
            OptionalInt current = random.nextInt(4) == 0 ? OptionalInt.of(1 + random.nextInt(engineers)) : OptionalInt.empty();
            work.add(new Visit(100 + i, engineers + i, 900 * (1 + random.nextInt(6)), windows,
                    random.nextBoolean() ? Map.of() : Map.of(skills.get(random.nextInt(3)), 1 + random.nextInt(2)),
                    random.nextBoolean() ? Map.of() : Map.of("pump", 1), random.nextInt(3) == 0 ? 10 * HOUR : 0,
                    random.nextInt(3) == 0 ? (9 + random.nextInt(5)) * HOUR : Visit.NEVER, random.nextInt(500), random.nextInt(50_000), Set.of(),
                    random.nextInt(8) == 0 ? Set.of(1 + random.nextInt(engineers)) : Set.of(),
                    random.nextInt(4) == 0 ? Set.of(1 + random.nextInt(engineers)) : Set.of(), pinned, current));
        }
        return new ServiceDay(places, team, work, random.nextBoolean() ? new ServiceDay.Depot(places - 1, 7 * HOUR, 17 * HOUR, 300) : null,
                Travel.greatCircle(points, 1.3, 40), Rules.standard(Weights.USUAL));
    }
}
