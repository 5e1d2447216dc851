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
 * @param links between visits
 */
public record ServiceDay(int places, List<Engineer> engineers, List<Visit> visits, @Nullable Depot depot, Travel travel, List<Rule> rules, List<Link> links) {

    /**
     * @param opens and {@code closes}: a pick-up begins between them
     * @param seconds it takes
     * @param pickUpCents price of going by, besides the way
     */
    public record Depot(int place, int opens, int closes, int seconds, long pickUpCents) {
        public Depot(int place, int opens, int closes, int seconds) {
            this(place, opens, closes, seconds, 0);
        }
    }

    /** A day without links. */
    public ServiceDay(int places, List<Engineer> engineers, List<Visit> visits, @Nullable Depot depot, Travel travel, List<Rule> rules) {
        this(places, engineers, visits, depot, travel, rules, List.of());
    }

    /** @throws IllegalArgumentException if an id comes twice, or a place or a linked visit does not exist */
    public ServiceDay {
        links = List.copyOf(links);
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
        for (Link link : links) {
            if (!ids.contains(link.first()) || !ids.contains(link.second())) {
                throw new IllegalArgumentException("visits " + link.first() + " and " + link.second() + " are linked, but one of them does not exist.");
            }
        }
        if (depot != null) {
            checkPlace("the depot", depot.place(), places);
        }
    }

    /** The same with other visits. */
    public ServiceDay with(List<Visit> newVisits) {
        return new ServiceDay(places, engineers, newVisits, depot, travel, rules, links);
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
