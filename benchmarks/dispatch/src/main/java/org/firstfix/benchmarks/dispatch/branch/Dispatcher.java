package org.firstfix.benchmarks.dispatch.branch;

import java.util.List;
import java.util.Map;

/** A way to dispatch. One object lives for one day. */
public interface Dispatcher {

    /** Who sets off now; only idle engineers, each at most once, and only waiting calls, each at most once. */
    List<Departure> decide(Situation situation);

    /**
     * @param call number of the call
     * @param byStore whether he goes by the store first, where the van is filled up and {@code load} is added
     */
    record Departure(int engineer, int call, boolean byStore, Map<String, Integer> load) {}
}
