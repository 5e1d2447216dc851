package org.firstfix.routing.technician;

/**
 * A day of technicians. Place 0 is the depot; the places of technicians and requests are given. Times are whole units, at most 2^29.
 *
 * @param travel time from place a to place b at {@code a * places + b}
 * @param technicians by number, from 0
 * @param requests by number, from 0
 * @param depotOpens and {@code depotCloses}: a pick-up starts between them and takes no time
 */
public record TechnicianProblem(int places, int[] travel, Technician[] technicians, Request[] requests, int depotOpens, int depotCloses) {

    /**
     * @param from where the day begins, and {@code to} where it ends
     * @param begins earliest departure, and {@code ends} latest return
     * @param stock parts in the van, by kind
     */
    public record Technician(int from, int to, int begins, int ends, boolean[] skills, boolean[] tools, int[] stock) {}

    /**
     * @param ready earliest and {@code due} latest start of work
     * @param skills all of them are needed
     * @param tools all of them are needed
     * @param parts consumed, by kind
     */
    public record Request(int place, int ready, int due, int service, boolean[] skills, boolean[] tools, int[] parts) {}
}
