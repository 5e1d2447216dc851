package org.firstfix.diagnosis.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the house learnt since the last time, for people: causes never found before, symptoms whose usual cause is another
 * one now, and findings that nobody would have expected.
 *
 * @param findings since the last report
 * @param engine how the model in use did on them, before it had learnt them
 * @param decision FIRST, SHADOW_BEGINS, SHADOW_WAITS, SHADOW_WINS, SHADOW_LOSES or NOTHING_NEW
 * @param gain by how much the shadow's mean log loss is lower, over {@code duels} findings that both predicted
 */
public record WhatChanged(int findings, List<String> newCauses, List<Shift> shifts, List<Surprise> surprises, EngineRecord engine,
        String decision, int duels, double gain) {
    /** Fewer findings of a symptom than this are anecdotes. */
    private static final int ENOUGH = 5;
    private static final double MOVED = 0.10;
    private static final int MOST = 20;

    /** @param before share of the symptom's findings, 0 to 1; {@code of} findings of the symptom now */
    public record Shift(String symptomCode, String causeCode, double before, double after, int of, Optional<String> insteadOf) {}

    /** @param probability that the model in use gave to what it really was */
    public record Surprise(String caseNumber, String causeCode, double probability) {}

    public record EngineRecord(int findings, HonestShare firstRight, HonestShare firstThree, HonestShare partsEnough, double logLoss) {}

    public WhatChanged {
        newCauses = List.copyOf(newCauses);
        shifts = List.copyOf(shifts);
        surprises = List.copyOf(surprises);
    }

    public static Set<String> causesNeverFoundBefore(List<FaultTicket> before, List<FaultTicket> since) {
        Set<String> found = new TreeSet<>();
        since.forEach(ticket -> found.addAll(ticket.causes()));
        before.forEach(ticket -> found.removeAll(ticket.causes()));
        return found;
    }

    /** Symptoms whose first cause changed or whose shares moved by a tenth or more, the largest move first. */
    public static List<Shift> shifts(List<FaultTicket> before, List<FaultTicket> now) {
        Map<String, Map<String, Integer>> was = bySymptom(before);
        List<Shift> shifts = new ArrayList<>();
        bySymptom(now).forEach((symptom, causes) -> {
            int all = total(causes);
            Map<String, Integer> earlier = was.getOrDefault(symptom, Map.of());
            if (all < ENOUGH || total(earlier) < ENOUGH) {
                return;
            }
            Optional<String> firstBefore = first(earlier);
            causes.forEach((cause, count) -> {
                double share = (double) count / all;
                double shareBefore = (double) earlier.getOrDefault(cause, 0) / total(earlier);
                boolean isNewFirst = first(causes).equals(Optional.of(cause)) && !first(causes).equals(firstBefore);
                if (isNewFirst || Math.abs(share - shareBefore) >= MOVED) {
                    shifts.add(new Shift(symptom, cause, shareBefore, share, all, isNewFirst ? firstBefore : Optional.empty()));
                }
            });
        });
        shifts.sort(Comparator.comparingDouble((Shift shift) -> -Math.abs(shift.after() - shift.before())).thenComparing(Shift::symptomCode));
        return shifts.subList(0, Math.min(MOST, shifts.size()));
    }

    private static Map<String, Map<String, Integer>> bySymptom(List<FaultTicket> tickets) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        tickets.forEach(ticket -> Optional.ofNullable(ticket.question().facts().get(QuestionOfACase.SYMPTOM)).ifPresent(symptom ->
                ticket.causes().forEach(cause -> counts.computeIfAbsent(symptom, code -> new HashMap<>()).merge(cause, 1, Integer::sum))));
        return counts;
    }

    private static int total(Map<String, Integer> causes) {
        return causes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Optional<String> first(Map<String, Integer> causes) {
        return causes.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
