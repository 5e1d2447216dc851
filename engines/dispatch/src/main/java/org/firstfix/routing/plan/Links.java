package org.firstfix.routing.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The links of a day, by visit. */
final class Links {
    /** Where there is no link: far more than any gap of a day. */
    private static final long FAR = 1L << 40;

    private final Tie[][] ties;
    private final int[][] groups;
    private final boolean any;

    /**
     * What a visit sees of a link.
     *
     * @param other number of the visit at the other end
     * @param least seconds that this visit begins after the other, and {@code most}
     * @param toSecond whether the other is the second of the link
     */
    record Tie(int other, long least, long most, Link.By by, boolean toSecond) {
        boolean allows(int one, int another) {
            return switch (by) {
                case ANYBODY -> true;
                case SAME -> one == another;
                case ANOTHER -> one != another;
            };
        }
    }

    Links(ServiceDay day) {
        any = !day.links().isEmpty();
        int visits = day.visits().size();
        List<List<Tie>> found = new ArrayList<>();
        for (int visit = 0; visit < visits; visit++) {
            found.add(new ArrayList<>());
        }
        for (Link link : day.links()) {
            int first = day.visitNumber(link.first());
            int second = day.visitNumber(link.second());
            long least = link.least() == Link.ANY_TIME ? -FAR : link.least();
            long most = link.most() == Visit.NEVER ? FAR : link.most();
            found.get(second).add(new Tie(first, least, most, link.by(), false));
            found.get(first).add(new Tie(second, -most, -least, link.by(), true));
        }
        ties = found.stream().map(list -> list.toArray(Tie[]::new)).toArray(Tie[][]::new);
        groups = new int[visits][];
        for (int visit = 0; visit < visits && any; visit++) {
            if (ties[visit].length > 0 && groups[visit] == null) {
                int[] group = hangingTogether(visit);
                Arrays.stream(group).forEach(member -> groups[member] = group);
            }
        }
    }

    /** Breadth first, so that each but the first is linked to one before it. */
    private int[] hangingTogether(int visit) {
        List<Integer> group = new ArrayList<>(List.of(visit));
        for (int i = 0; i < group.size(); i++) {
            for (Tie tie : ties[group.get(i)]) {
                if (!group.contains(tie.other())) {
                    group.add(tie.other());
                }
            }
        }
        return group.stream().mapToInt(Integer::intValue).toArray();
    }

    boolean any() {
        return any;
    }

    int visits() {
        return ties.length;
    }

    boolean has(int visit) {
        return any && ties[visit].length > 0;
    }

    Tie[] of(int visit) {
        return ties[visit];
    }

    /** All that are planned as one with a linked visit. */
    int[] group(int visit) {
        return groups[visit];
    }
}
