package org.firstfix.dispatch.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.firstfix.contract.Priority;

/** A policy as a list of figures, so that two of them can be laid side by side. */
public final class PolicyFigures {
    private PolicyFigures() {}

    /**
     * @param figure the field, such as {@code travelPerHour} or {@code latePerMinute.P1}
     * @param before in cents, minutes, pieces; times of day in minutes since midnight; none where there is no such rule
     */
    public record Change(String figure, Optional<Double> before, Optional<Double> after) {}

    /** What is different, in the order of the fields. */
    public static List<Change> changes(PlanningPolicy before, PlanningPolicy after) {
        Map<String, Double> old = of(before);
        Map<String, Double> fresh = of(after);
        Map<String, Double> all = new LinkedHashMap<>(old);
        fresh.forEach(all::putIfAbsent);
        List<Change> changes = new ArrayList<>();
        all.keySet().stream().filter(figure -> !Objects.equals(old.get(figure), fresh.get(figure)))
                .forEach(figure -> changes.add(new Change(figure, Optional.ofNullable(old.get(figure)), Optional.ofNullable(fresh.get(figure)))));
        return changes;
    }

    static Map<String, Double> of(PlanningPolicy policy) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("travelPerHour", (double) policy.travelPerHour());
        figures.put("detour", policy.detour());
        figures.put("kilometresPerHour", policy.kilometresPerHour());
        figures.put("overtimePerHour", (double) policy.overtimePerHour());
        figures.put("overtimeMinutes", (double) policy.overtimeMinutes());
        policy.legalRestHours().ifPresent(hours -> figures.put("legalRestHours", (double) hours));
        for (Priority priority : Priority.values()) {
            figures.put("latePerMinute." + priority, (double) policy.latePerMinuteOf(priority));
        }
        policy.margin().ifPresent(margin -> {
            figures.put("margin.minutes", (double) margin.minutes());
            figures.put("margin.percent", (double) margin.percent());
        });
        for (Priority priority : Priority.values()) {
            figures.put("undone." + priority, (double) policy.undone().getOrDefault(priority, 0L));
        }
        figures.put("brokenPromisePerMinute", (double) policy.brokenPromisePerMinute());
        figures.put("changedEngineer", (double) policy.changedEngineer());
        figures.put("notPreferred", (double) policy.notPreferred());
        figures.put("surplusLevel", (double) policy.surplusLevel());
        policy.reserve().ifPresent(reserve -> {
            figures.put("reserve.engineers", (double) reserve.engineers());
            figures.put("reserve.from", minutes(reserve.from()));
            figures.put("reserve.until", minutes(reserve.until()));
            figures.put("reserve.centsPerHour", (double) reserve.centsPerHour());
        });
        policy.publication().ifPresent(publication -> {
            figures.put("publication.mostDisturbed", (double) publication.mostDisturbed());
            figures.put("publication.leastGain", (double) publication.leastGain());
        });
        return figures;
    }

    private static double minutes(LocalTime time) {
        return time.toSecondOfDay() / 60.0;
    }
}
