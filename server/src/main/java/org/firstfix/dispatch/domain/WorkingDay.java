package org.firstfix.dispatch.domain;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.firstfix.platform.problem.Problem;

/** What every day of a part of the house has. */
public record WorkingDay(Optional<Depot> depot, Optional<Pause> pause) {
    public static final WorkingDay PLAIN = new WorkingDay(Optional.empty(), Optional.empty());

    /**
     * Where parts are handed out.
     *
     * @param opens in the zone of the branch; a pick-up begins between {@code opens} and {@code closes}
     * @param minutes a pick-up takes, 0 to 120
     */
    public record Depot(Place place, LocalTime opens, LocalTime closes, int minutes) {}

    /**
     * The break everybody has who works then.
     *
     * @param minutes 1 to 180
     * @param earliest begin, and {@code latest}, in the zone of the branch
     */
    public record Pause(int minutes, LocalTime earliest, LocalTime latest) {}

    /** The same as words, for the journal. */
    public Map<String, String> terms() {
        Map<String, String> terms = new TreeMap<>();
        depot.ifPresent(it -> {
            terms.put("depot", it.place().latitude() + ", " + it.place().longitude());
            terms.put("depotHours", it.opens() + "–" + it.closes());
            terms.put("depotMinutes", String.valueOf(it.minutes()));
        });
        pause.ifPresent(it -> {
            terms.put("breakMinutes", String.valueOf(it.minutes()));
            terms.put("breakBegins", it.earliest() + "–" + it.latest());
        });
        return terms;
    }

    /** @throws Problem 400 naming the field that cannot be */
    public void check() {
        depot.filter(it -> !it.closes().isAfter(it.opens())).ifPresent(it -> {
            throw Problem.invalidField("depot.closes", "dispatch.closes-before-it-opens", Map.of("opens", it.opens(), "closes", it.closes()));
        });
        pause.filter(it -> it.latest().isBefore(it.earliest())).ifPresent(it -> {
            throw Problem.invalidField("pause.latest", "dispatch.break-has-no-time", Map.of("earliest", it.earliest(), "latest", it.latest()));
        });
    }
}
