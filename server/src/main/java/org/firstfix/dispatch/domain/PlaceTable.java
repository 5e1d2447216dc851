package org.firstfix.dispatch.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.routing.plan.Travel;

/** The places of a day, each once, and how long the way between them takes. */
final class PlaceTable {
    private final Map<Optional<Place>, Integer> index = new HashMap<>();
    private final int[][] seconds;

    private PlaceTable(List<Optional<Place>> places, TravelTimes travel, Departure at) {
        List<Optional<Place>> distinct = new ArrayList<>();
        for (Optional<Place> place : places) {
            if (index.putIfAbsent(place, index.size()) == null) {
                distinct.add(place);
            }
        }
        seconds = travel.table(distinct, at);
    }

    /** @param depot where parts are handed out, if anywhere */
    static PlaceTable of(List<Lane> lanes, List<Task> tasks, Optional<Place> depot, TravelTimes travel, Departure at) {
        List<Optional<Place>> places = new ArrayList<>();
        lanes.forEach(lane -> {
            places.add(lane.from());
            places.add(lane.person().home());
        });
        tasks.forEach(task -> places.add(task.job().site()));
        depot.ifPresent(place -> places.add(Optional.of(place)));
        return new PlaceTable(places, travel, at);
    }

    int of(Optional<Place> place) {
        return index.getOrDefault(place, 0);
    }

    int seconds(int from, int to) {
        return seconds[from][to];
    }

    int size() {
        return seconds.length;
    }

    Travel travel() {
        return Travel.table(seconds);
    }
}
