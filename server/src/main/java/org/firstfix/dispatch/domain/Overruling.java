package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.routing.plan.Level;
import org.firstfix.routing.plan.Objective;
import org.firstfix.workorder.WorkOrderId;

/**
 * A person sent somebody else than the engine would have sent, or at a clearly worse time.
 *
 * @param appointment number of the visit; {@code moved} if it existed before
 */
public record Overruling(UUID id, WorkOrderId workOrder, String appointment, boolean moved, Judged judged, OverrulingReason reason, String note,
        String decidedBy, Instant decidedAt, OrgPath orgPath) {
    /** What a choice does to other visits of the day, which have rules of their own. */
    public static final String OTHERS = "other-visits";
    /** Within that the same engineer at another time is the same choice: 5.00. */
    private static final long CLEARLY_WORSE_CENTS = 500;

    /** @param startsAt when work would begin */
    public record Seat(PersonId engineer, Instant startsAt) {}

    /** @param more what the choice costs more than the best one under that rule; below zero where it costs less */
    public record Difference(String rule, Level level, long more) {}

    /**
     * @param more what the choice costs more; none where a hard rule stands in the way of it, which has no price
     * @param lines rule by rule; their sum is {@code more}
     * @param rule the one that spoke loudest against the choice
     */
    public record Judged(Seat best, Seat chosen, Optional<Objective> more, List<Difference> lines, String rule) {
        public Judged {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What the choice says to the weights; nothing if it agrees with the engine.
     *
     * @param best the first candidate
     * @param chosen the engineer at the time that was chosen
     */
    public static Optional<Judged> judge(WhoCanGo.Choice best, WhoCanGo.Choice chosen, Instant startsAt) {
        if (!overrules(best, chosen)) {
            return Optional.empty();
        }
        List<Difference> lines = chosen.possible() ? differences(best, chosen) : chosen.obstacles().stream()
                .map(reason -> new Difference(reason.rule(), Level.HARD, reason.amount())).toList();
        return Optional.of(new Judged(new Seat(best.engineer().id(), best.startsAt().orElseThrow()), new Seat(chosen.engineer().id(), startsAt),
                chosen.possible() ? Optional.of(chosen.added().minus(best.added())) : Optional.empty(), lines, loudest(lines)));
    }

    /** Somebody else who costs more or cannot, or the same engineer at a clearly worse time. Where nobody can go, nothing is overruled. */
    static boolean overrules(WhoCanGo.Choice best, WhoCanGo.Choice chosen) {
        if (!best.possible() || best.startsAt().isEmpty()) {
            return false;
        }
        Objective more = chosen.added().minus(best.added());
        boolean worse = !chosen.possible() || more.compareTo(Objective.NOTHING) > 0;
        return worse && (!best.engineer().id().equals(chosen.engineer().id()) || !chosen.possible() || more.money() > 0
                || more.preference() >= CLEARLY_WORSE_CENTS);
    }

    /** Of this visit rule by rule; what is left over falls on others. */
    private static List<Difference> differences(WhoCanGo.Choice best, WhoCanGo.Choice chosen) {
        Map<String, Difference> byRule = new LinkedHashMap<>();
        chosen.reasons().forEach(reason -> byRule.merge(reason.rule(), new Difference(reason.rule(), reason.level(), reason.amount()), Overruling::sum));
        best.reasons().forEach(reason -> byRule.merge(reason.rule(), new Difference(reason.rule(), reason.level(), -reason.amount()), Overruling::sum));
        List<Difference> lines = new ArrayList<>(byRule.values().stream().filter(line -> line.more() != 0).toList());
        Objective more = chosen.added().minus(best.added());
        others(lines, Level.MONEY, more.money()).ifPresent(lines::add);
        others(lines, Level.PREFERENCE, more.preference()).ifPresent(lines::add);
        return lines;
    }

    private static Difference sum(Difference one, Difference other) {
        return new Difference(one.rule(), one.level(), one.more() + other.more());
    }

    private static Optional<Difference> others(List<Difference> lines, Level level, long total) {
        long left = total - lines.stream().filter(line -> line.level() == level).mapToLong(Difference::more).sum();
        return left == 0 ? Optional.empty() : Optional.of(new Difference(OTHERS, level, left));
    }

    private static String loudest(List<Difference> lines) {
        return lines.stream().filter(line -> line.more() > 0).min(Comparator.comparing(Difference::level)
                .thenComparing(Comparator.comparingLong(Difference::more).reversed())).map(Difference::rule).orElse(OTHERS);
    }
}
