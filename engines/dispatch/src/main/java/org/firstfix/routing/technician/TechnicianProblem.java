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
     * @param leavesBy latest departure; the same as {@code begins} for one who is under way and whose time runs whatever he does
     * @param idlePrice what the day costs if he makes no visit; negative if he came home before {@code begins}
     * @param stock parts in the van, by kind
     */
    public record Technician(int from, int to, int begins, int leavesBy, int ends, int idlePrice, boolean[] skills, boolean[] tools, int[] stock) {

        /** One who is at home in the morning: a day without visits costs nothing. */
        public static Technician atHome(int home, int begins, int ends, boolean[] skills, boolean[] tools, int[] stock) {
            return new Technician(home, home, begins, ends, ends, 0, skills, tools, stock);
        }
    }

    /**
     * @param ready earliest and {@code due} latest start of work
     * @param skills all of them are needed
     * @param tools all of them are needed
     * @param parts consumed, by kind
     */
    public record Request(int place, int ready, int due, int service, boolean[] skills, boolean[] tools, int[] parts) {}
}
