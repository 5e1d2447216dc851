package org.firstfix.dispatch.domain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstfix.routing.plan.Contribution;
import org.firstfix.routing.plan.Ledger;
import org.firstfix.routing.plan.Level;
import org.firstfix.routing.plan.Visit;

/** Turns amounts of the engine into what people say: minutes, money, the name of a skill. */
final class Reasons {
    private static final long HOUR_MINUTES = 60;
    private static final Set<String> SAID_BY_ALL = Set.of("late-start", "near-deadline", "customer-window", "earliest-start", "linked-time");

    private Reasons() {}

    static List<Reason> of(EngineDay day, List<Contribution> contributions) {
        return contributions.stream().map(entry -> of(day, entry)).toList();
    }

    /**
     * Of a visit to which several go: one reason for each rule. What each of them costs adds up; how late the visit is they say together.
     *
     * @param seats of the visit
     */
    static List<Reason> ofSeats(EngineDay day, Ledger ledger, List<Integer> seats) {
        return together(seats.stream().flatMap(seat -> of(day, ledger.of(seat)).stream()).toList());
    }

    static List<Reason> together(List<Reason> reasons) {
        Map<String, Reason> byRule = new LinkedHashMap<>();
        reasons.forEach(reason -> byRule.merge(reason.rule(), reason, Reasons::together));
        return List.copyOf(byRule.values());
    }

    private static Reason together(Reason one, Reason other) {
        Map<String, Object> values = new HashMap<>(one.values());
        values.put("amount", one.amount() + other.amount());
        values.put("price", number(one, "price").doubleValue() + number(other, "price").doubleValue());
        long minutes = number(one, "minutes").longValue();
        long more = number(other, "minutes").longValue();
        values.put("minutes", SAID_BY_ALL.contains(one.rule()) ? Math.max(minutes, more) : minutes + more);
        return new Reason(one.rule(), one.level(), one.amount() + other.amount(), values);
    }

    private static Number number(Reason reason, String value) {
        return reason.values().get(value) instanceof Number number ? number : 0;
    }

    private static Reason of(EngineDay day, Contribution entry) {
        Task task = day.task(entry.visit());
        PlanningPolicy policy = day.material().policy();
        Map<String, Object> values = new HashMap<>();
        values.put("amount", entry.amount());
        values.put("price", entry.level() == Level.HARD ? 0.0 : entry.amount() / 100.0);
        values.put("number", task.job().order().number());
        values.put("skill", task.job().order().requiredSkill().orElse(""));
        values.put("minutes", switch (entry.rule()) {
            case "customer-window", "earliest-start", "shift-end", "break", "linked-time", "legal-rest", "maximum-driving", "maximum-travel" -> Math.ceilDiv(entry.amount(), 60);
            case "travel-time" -> minutes(entry.amount(), policy.travelPerHour());
            case "overtime" -> minutes(entry.amount(), policy.overtimePerHour());
            case EmergencyReserve.ID -> policy.reserve().map(reserve -> minutes(entry.amount(), reserve.centsPerHour())).orElse(0L);
            case "late-start" -> entry.amount() / Math.max(1, day.day().visits().get(entry.visit() - 1).lateCentsPerMinute());
            case "near-deadline" -> left(day.day().visits().get(entry.visit() - 1), entry.amount());
            default -> 0L;
        });
        return new Reason(entry.rule(), entry.level(), entry.amount(), values);
    }

    /** Minutes from the begin to the deadline. */
    private static long left(Visit visit, long cents) {
        return Math.max(0, (visit.due() - visit.near().from()) / 60 - cents / Math.max(1, visit.near().centsPerMinute()));
    }

    private static long minutes(long cents, long perHour) {
        return perHour == 0 ? 0 : Math.round((double) cents * HOUR_MINUTES / perHour);
    }
}
