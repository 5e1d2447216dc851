package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firstfix.routing.plan.Completion;
import org.firstfix.routing.plan.Engineer;
import org.firstfix.routing.plan.Link;
import org.firstfix.routing.plan.Terms;
import org.firstfix.routing.plan.Visit;

/** Reads what a {@link DayInstance} says about engineers' days, probable parts and linked visits. */
final class DayTerms {
    private DayTerms() {}

    static Engineer engineer(JsonObject engineer) {
        engineer.only("id", "name", "from", "to", "shift", "overtime", "skills", "stock", "break", "rested", "rest_from", "maximum_driving", "maximum_travel",
                "worked_before", "fair_share", "reserve", "contractor");
        int[] shift = engineer.span("shift");
        int from = engineer.whole("from");
        Terms.Limits limits = new Terms.Limits(engineer.time("rested", 0), engineer.time("rest_from", Visit.NEVER),
                engineer.time("maximum_driving", Visit.NEVER), engineer.time("maximum_travel", Visit.NEVER));
        Terms terms = new Terms(engineer.has("break") ? pause(engineer.object("break")) : null, limits,
                new Terms.Load(engineer.time("worked_before", 0), engineer.time("fair_share", Visit.NEVER)),
                engineer.has("reserve") ? reserve(engineer.object("reserve")) : null, engineer.has("contractor") ? paid(engineer.object("contractor")) : null);
        return new Engineer(engineer.whole("id"), from, engineer.whole("to", from), shift[0], shift[1], engineer.time("overtime", 0),
                engineer.counts("skills"), engineer.counts("stock"), terms);
    }

    private static Terms.Pause pause(JsonObject pause) {
        int[] between = pause.only("time", "between").span("between");
        return new Terms.Pause(pause.time("time"), between[0], between[1]);
    }

    private static Terms.Reserve reserve(JsonObject reserve) {
        int[] between = reserve.only("time", "between", "per_minute").span("between");
        return new Terms.Reserve(between[0], between[1], reserve.time("time"), reserve.cents("per_minute", 1));
    }

    private static Terms.Contractor paid(JsonObject paid) {
        paid.only("call_out", "per_visit", "per_hour");
        return new Terms.Contractor(paid.cents("call_out", 0), paid.cents("per_visit", 0), paid.cents("per_hour", 0));
    }

    /** The chain, or those who are preferred as its only rank. */
    static List<Set<Integer>> chain(JsonObject visit) {
        if (visit.has("preferred") && visit.has("chain")) {
            throw new FormatException("a visit has preferred engineers and a chain of them; the first rank of the chain are the preferred ones.");
        }
        Set<Integer> preferred = visit.wholes("preferred");
        if (!visit.has("chain")) {
            return preferred.isEmpty() ? List.of() : List.of(preferred);
        }
        List<Set<Integer>> chain = new ArrayList<>();
        for (Object rank : visit.list("chain")) {
            Set<Integer> ids = new TreeSet<>();
            if (rank instanceof List<?> list) {
                list.forEach(id -> ids.add(id(id, "chain")));
            } else {
                ids.add(id(rank, "chain"));
            }
            chain.add(ids);
        }
        return chain;
    }

    private static int id(Object value, String where) {
        if (!(value instanceof Double number) || number != Math.rint(number) || Math.abs(number) > 1_000_000_000) {
            throw new FormatException(where + ": " + value + " is no id.");
        }
        return number.intValue();
    }

    static Visit.Step step(JsonObject step) {
        step.only("from", "per_minute");
        return new Visit.Step(step.time("from"), step.cents("per_minute", 0));
    }

    static Completion completion(JsonObject visit) {
        List<Completion.PartSet> sets = visit.objects("probable", set -> {
            double chance = set.only("chance", "parts").number("chance");
            return Completion.PartSet.of(chance, set.counts("parts"));
        });
        return sets.isEmpty() ? Completion.NONE : new Completion(sets, visit.cents("second_visit", 0));
    }

    /** Groups of linked visits, as links between two each. */
    static List<Link> links(JsonObject root, List<Visit> visits) {
        Map<Integer, Visit> byId = new HashMap<>();
        visits.forEach(visit -> byId.put(visit.id(), visit));
        List<Link> links = new ArrayList<>();
        root.objects("links", link -> links.addAll(link(link, byId)));
        return links;
    }

    private static List<Link> link(JsonObject link, Map<Integer, Visit> visits) {
        link.only("visits", "kind", "gap", "by");
        List<Integer> ids = link.list("visits").stream().map(id -> id(id, "links")).toList();
        if (ids.size() < 2 || !visits.keySet().containsAll(ids)) {
            throw new FormatException("links: " + ids + " are not two visits or more that exist.");
        }
        String kind = String.valueOf(link.get("kind"));
        List<Link> links = new ArrayList<>();
        for (int i = 1; i < ids.size(); i++) {
            switch (kind) {
                case "crew" -> {
                    for (int j = 0; j < i; j++) {
                        links.add(Link.crew(ids.get(j), ids.get(i)));
                    }
                }
                case "same_engineer" -> links.add(Link.sameEngineer(ids.getFirst(), ids.get(i)));
                case "after" -> links.add(after(link, visits.get(ids.get(i - 1)), ids.get(i)));
                default -> throw new FormatException("links: kind is " + kind + ", expected crew, after or same_engineer.");
            }
        }
        return links;
    }

    private static Link after(JsonObject link, Visit first, int second) {
        int least = 0;
        int most = Visit.NEVER;
        if (link.has("gap")) {
            List<?> gap = link.list("gap");
            int[] span = gap.size() == 1 ? new int[] {link.times("gap").getFirst(), most} : link.span("gap");
            least = span[0];
            most = span[1];
        }
        Link.By by = switch (link.has("by") ? String.valueOf(link.get("by")) : "anybody") {
            case "anybody" -> Link.By.ANYBODY;
            case "same" -> Link.By.SAME;
            case "another" -> Link.By.ANOTHER;
            default -> throw new FormatException("links: by is " + link.get("by") + ", expected anybody, same or another.");
        };
        return Link.after(first, second, least, most, by);
    }
}
