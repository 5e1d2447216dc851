package org.firstfix.routing.plan;

import java.util.Arrays;

/**
 * When and by whom linked visits are made. An appointment is fixed while the visits before it may move: so routes keep prices of their own although visits
 * of several routes depend on each other. Visits and engineers by number.
 */
final class Appointments {
    static final int NOBODY = -1;

    private final Links links;
    /** Earliest begin of each visit: the appointment of one that is made. */
    final int[] from;
    /** Who makes each linked visit. */
    final int[] engineer;

    Appointments(Links links) {
        this.links = links;
        from = new int[links.any() ? links.visits() : 0];
        engineer = new int[from.length];
        Arrays.fill(engineer, NOBODY);
    }

    void copyFrom(Appointments other) {
        System.arraycopy(other.from, 0, from, 0, from.length);
        System.arraycopy(other.engineer, 0, engineer, 0, engineer.length);
    }

    void clear() {
        Arrays.fill(from, 0);
        Arrays.fill(engineer, NOBODY);
    }

    void free(int visit) {
        from[visit] = 0;
        engineer[visit] = NOBODY;
    }

    void make(int visit, int start, int by) {
        from[visit] = start;
        engineer[visit] = by;
    }

    /** Makes it if the visit is linked. */
    void keep(int visit, int start, int by) {
        if (links.has(visit)) {
            make(visit, start, by);
        }
    }

    boolean made(int visit) {
        return engineer[visit] != NOBODY;
    }

    /** The earliest begin that those who are linked to the visit, and made, leave to it. */
    int earliest(int visit) {
        long earliest = 0;
        for (Links.Tie tie : links.of(visit)) {
            if (made(tie.other())) {
                earliest = Math.max(earliest, from[tie.other()] + tie.least());
            }
        }
        return (int) Math.min(earliest, Visit.NEVER / 2);
    }

    /** The latest one. */
    long latest(int visit) {
        long latest = Visit.NEVER;
        for (Links.Tie tie : links.of(visit)) {
            if (made(tie.other())) {
                latest = Math.min(latest, from[tie.other()] + tie.most());
            }
        }
        return latest;
    }

    /**
     * Seconds by which a begin misses the visit's appointment and its links. A link between two appointments counts for its second visit.
     *
     * @param start when the visit would begin
     */
    long missed(int visit, int start) {
        boolean made = made(visit);
        long missed = made ? Math.max(0, start - from[visit]) : 0;
        int begins = made ? from[visit] : start;
        for (Links.Tie tie : links.of(visit)) {
            if (made(tie.other()) && !(made && tie.toSecond())) {
                long gap = (long) begins - from[tie.other()];
                missed += Math.max(0, Math.max(tie.least() - gap, gap - tie.most()));
            }
        }
        return missed;
    }

    /** Links that ask for somebody else than this engineer. A link between two appointments counts for its second visit. */
    int strangers(int visit, int by) {
        int strangers = 0;
        for (Links.Tie tie : links.of(visit)) {
            if (made(tie.other()) && !(made(visit) && tie.toSecond()) && !tie.allows(by, engineer[tie.other()])) {
                strangers++;
            }
        }
        return strangers;
    }
}
