package org.firstfix.benchmarks.dispatch.peers;

/** A routing library. */
public interface Peer {

    /** Name and version as the table prints them. */
    String name();

    /**
     * Routes for a task: one array of job numbers for each vehicle, in the order of {@link RoutingTask#vehicles} where they differ.
     * Ends as soon as it can after {@link CpuClock#over}.
     */
    int[][] solve(RoutingTask task, CpuClock clock, long seed);
}
