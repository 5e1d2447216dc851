package org.firstfix.routing.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be planned.
 *
 * @param places number of places; engineers, visits and the depot refer to {@code 0 … places-1}
 * @param depot where every part lies, or null for none
 */
public record ServiceDay(int places, List<Engineer> engineers, List<Visit> visits, @Nullable Depot depot, Travel travel, List<Rule> rules) {

    /**
     * @param opens and {@code closes}: a pick-up begins between them
     * @param seconds it takes
     */
    public record Depot(int place, int opens, int closes, int seconds) {}

    /** @throws IllegalArgumentException if an id comes twice or a place does not exist */
    public ServiceDay {
        engineers = List.copyOf(engineers);
        visits = List.copyOf(visits);
        rules = List.copyOf(rules);
        Set<Integer> ids = new HashSet<>();
        for (Engineer engineer : engineers) {
            checkPlace("engineer " + engineer.id(), engineer.from(), places);
            checkPlace("engineer " + engineer.id(), engineer.to(), places);
            checkNew("engineer", engineer.id(), ids);
        }
        Set<Integer> known = Set.copyOf(ids);
        ids.clear();
        for (Visit visit : visits) {
            checkPlace("visit " + visit.id(), visit.place(), places);
            checkNew("visit", visit.id(), ids);
            if (visit.pinned().isPresent() && !known.contains(visit.pinned().getAsInt())) {
                throw new IllegalArgumentException("visit " + visit.id() + " is pinned to engineer " + visit.pinned().getAsInt() + ", who does not exist.");
            }
        }
        if (depot != null) {
            checkPlace("the depot", depot.place(), places);
        }
    }

    private static void checkPlace(String who, int place, int places) {
        if (place < 0 || place >= places) {
            throw new IllegalArgumentException(who + " is at place " + place + "; there are " + places + " places, counted from 0.");
        }
    }

    private static void checkNew(String what, int id, Set<Integer> ids) {
        if (id == 0 || !ids.add(id)) {
            throw new IllegalArgumentException(what + " id " + id + (id == 0 ? " is kept for the depot." : " comes twice."));
        }
    }

    /** Number of the visit with this id. */
    public int visitNumber(int id) {
        return IntStream.range(0, visits.size()).filter(number -> visits.get(number).id() == id).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no visit " + id + "."));
    }

    /** Number of the engineer with this id. */
    public int engineerNumber(int id) {
        return IntStream.range(0, engineers.size()).filter(number -> engineers.get(number).id() == id).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no engineer " + id + "."));
    }
}
