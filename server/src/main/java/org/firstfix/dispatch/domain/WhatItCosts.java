package org.firstfix.dispatch.domain;

import java.util.List;
import org.firstfix.routing.plan.Contribution;
import org.firstfix.routing.plan.Ledger;
import org.firstfix.routing.plan.Objective;
import org.firstfix.routing.plan.Planner;

/** What a day costs as it stands, and which part of it is whose: the parts sum to the whole, to the last unit. */
public final class WhatItCosts {
    private final EngineDay day;
    private final Ledger ledger;

    private WhatItCosts(EngineDay day, Ledger ledger) {
        this.day = day;
        this.ledger = ledger;
    }

    /** @param day with at least one engineer, which a day with a visit always has */
    public static WhatItCosts of(EngineDay day) {
        return new WhatItCosts(day, day.hasEngineers() ? new Planner(day.day()).ledger(day.current()) : new Ledger(List.of()));
    }

    public Objective total() {
        return ledger.total();
    }

    public Objective of(int task) {
        return sum(entriesOf(task));
    }

    /** Of the work nobody goes to. */
    public Objective undone() {
        return sum(ledger.entries().stream().filter(entry -> entry.rule().equals(Ledger.LEFT_UNDONE)).toList());
    }

    public List<Reason> reasonsOf(int task) {
        return Reasons.ofSeats(day, ledger, day.seatsOf(task));
    }

    /** Of all who go to that visit. */
    private List<Contribution> entriesOf(int task) {
        return day.seatsOf(task).stream().flatMap(seat -> ledger.of(seat).stream()).toList();
    }

    private static Objective sum(List<Contribution> entries) {
        return new Ledger(entries).total();
    }
}
