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
    private static final List<String> SKILLS = List.of("laser", "hydraulics", "software");

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

    /** A day in which every rule may apply. */
    static ServiceDay random(Random random, int engineers, int visits) {
        int places = engineers + visits + 1;
        List<Travel.Point> points = IntStream.range(0, places)
                .mapToObj(i -> new Travel.Point(31 + random.nextDouble() * 0.4, 121 + random.nextDouble() * 0.4)).toList();
        List<Engineer> team = new ArrayList<>();
        for (int i = 0; i < engineers; i++) {
            Map<String, Integer> has = Map.of(SKILLS.get(random.nextInt(3)), 1 + random.nextInt(3));
            Map<String, Integer> stock = Map.of("pump", random.nextInt(2), "board", random.nextInt(3), "valve", random.nextInt(2));
            team.add(new Engineer(i + 1, i, i, 8 * HOUR, (14 + random.nextInt(4)) * HOUR, random.nextInt(2) * HOUR, has, stock, terms(random)));
        }
        List<Visit> work = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            work.add(randomVisit(random, 100 + i, random.nextInt(5) == 0 ? engineers : engineers + i, engineers));
        }
        ServiceDay.Depot depot = random.nextBoolean() ? new ServiceDay.Depot(places - 1, 7 * HOUR, 17 * HOUR, 300, random.nextInt(3) * 1_000L) : null;
        return new ServiceDay(places, team, work, depot, Travel.greatCircle(points, 1.3, 40), Rules.standard(Weights.USUAL), links(random, work));
    }

    private static Terms terms(Random random) {
        Terms terms = Terms.PLAIN;
        if (random.nextInt(3) == 0) {
            int earliest = (10 + random.nextInt(3)) * HOUR;
            terms = terms.with(new Terms.Pause(900 * (1 + random.nextInt(4)), earliest, earliest + random.nextInt(3) * HOUR));
        }
        if (random.nextInt(4) == 0) {
            terms = terms.with(new Terms.Limits(random.nextInt(9) * HOUR, (14 + random.nextInt(5)) * HOUR, 1 + random.nextInt(4) * HOUR, 900 + random.nextInt(5_000)));
        }
        if (random.nextInt(4) == 0) {
            terms = terms.with(new Terms.Load(random.nextInt(100) * HOUR, random.nextInt(100) * HOUR));
        }
        if (random.nextInt(4) == 0) {
            terms = terms.with(new Terms.Reserve(9 * HOUR, 15 * HOUR, random.nextInt(4) * HOUR, random.nextInt(50)));
        }
        return random.nextInt(5) == 0 ? terms.with(new Terms.Contractor(random.nextInt(10_000), random.nextInt(5_000), random.nextInt(9_000))) : terms;
    }

    private static Visit randomVisit(Random random, int id, int place, int engineers) {
        int from = (8 + random.nextInt(6)) * HOUR;
        List<Window> windows = random.nextBoolean() ? List.of() : List.of(new Window(from, from + HOUR), new Window(from + 2 * HOUR, from + 4 * HOUR));
        OptionalInt pinned = random.nextInt(12) == 0 ? OptionalInt.of(1 + random.nextInt(engineers)) : OptionalInt.empty();
        OptionalInt current = random.nextInt(4) == 0 ? OptionalInt.of(1 + random.nextInt(engineers)) : OptionalInt.empty();
        int due = random.nextInt(3) == 0 ? (9 + random.nextInt(5)) * HOUR : Visit.NEVER;
        Visit visit = new Visit(id, place, 900 * (1 + random.nextInt(6)), windows,
                random.nextBoolean() ? Map.of() : Map.of(SKILLS.get(random.nextInt(3)), 1 + random.nextInt(2)),
                random.nextBoolean() ? Map.of() : Map.of("pump", 1), random.nextInt(3) == 0 ? 10 * HOUR : 0, due, random.nextInt(500),
                random.nextInt(50_000), Set.of(), random.nextInt(8) == 0 ? Set.of(1 + random.nextInt(engineers)) : Set.of(), Set.of(), pinned, current);
        if (random.nextInt(4) == 0) {
            visit = visit.withChain(List.of(Set.of(1 + random.nextInt(engineers)), Set.of(1 + random.nextInt(engineers)), Set.of(1 + random.nextInt(engineers))));
        }
        if (due != Visit.NEVER && random.nextBoolean()) {
            visit = visit.withNear(new Visit.Step(due - 60 * (1 + random.nextInt(150)), random.nextInt(300)));
        }
        if (due != Visit.NEVER && random.nextBoolean()) {
            visit = visit.withLater(List.of(new Visit.Step(due + HOUR, random.nextInt(900)), new Visit.Step(due + 2 * HOUR, 0)));
        }
        if (random.nextInt(4) == 0) {
            visit = visit.withBetter(from);
        }
        return random.nextInt(3) == 0 ? visit.withCompletion(completion(random)) : visit;
    }

    private static Completion completion(Random random) {
        double one = random.nextDouble() / 2;
        return new Completion(List.of(Completion.PartSet.of(one, Map.of("pump", 1)), Completion.PartSet.of(0.3, Map.of("board", 1 + random.nextInt(2), "valve", 1)),
                Completion.PartSet.of((0.7 - one) * random.nextDouble(), Map.of("board", 1))), random.nextInt(30_000));
    }

    private static List<Link> links(Random random, List<Visit> visits) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i + 2 < visits.size(); i += 3) {
            int one = visits.get(i).id();
            int other = visits.get(i + 1).id();
            switch (random.nextInt(8)) {
                case 0 -> links.add(Link.crew(one, other));
                case 1 -> links.add(Link.after(visits.get(i), other, 0, Visit.NEVER, Link.By.ANYBODY));
                case 2 -> links.add(Link.after(visits.get(i), other, 600, 2 * HOUR, random.nextBoolean() ? Link.By.SAME : Link.By.ANOTHER));
                case 3 -> links.add(Link.sameEngineer(one, other));
                case 4 -> links.addAll(List.of(Link.crew(one, other), Link.crew(one, other + 1), Link.crew(other, other + 1)));
                default -> { }
            }
        }
        return links;
    }
}
