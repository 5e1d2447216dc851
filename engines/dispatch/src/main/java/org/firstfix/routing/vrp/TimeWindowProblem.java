package org.firstfix.routing.vrp;

/**
 * Equal vehicles, one depot, time windows: the problem of Solomon (1987) and of Gehring and Homberger (1999). Place 0 is the depot, place {@code i + 1}
 * belongs to visit {@code i}. All numbers are whole units that the reader of the instance chose; they are at most 2^29, so that three of them can be added.
 *
 * @param vehicles most routes
 * @param capacity of a vehicle
 * @param demand of each place
 * @param ready earliest start of service at each place; of the depot the earliest departure
 * @param due latest start of service at each place; of the depot the latest return
 * @param service duration at each place
 * @param travel time, which is also the cost, from place a to place b at {@code a * places + b}
 */
public record TimeWindowProblem(int vehicles, int capacity, int[] demand, int[] ready, int[] due, int[] service, int[] travel) {

    public int places() {
        return demand.length;
    }

    public int visits() {
        return demand.length - 1;
    }
}
