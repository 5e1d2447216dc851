package org.firstfix.faultfinding;

/**
 * A past case: what was asked, and what the repair showed.
 *
 * @param id the case number, shown as evidence
 * @param question as it stood before the repair
 * @param repair what was found
 * @param time when, on any rising scale of days: only differences count, and only for the fading of old evidence
 * @param weight how much it counts; 1 for a case, less for a doubtful one, the number of pseudo-cases for a line of the maker's fault table; above 0
 */
public record Ticket(String id, Question question, Repair repair, double time, double weight) {

    public Ticket {
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("ticket " + id + ": the time " + time + " is no number of days.");
        }
        if (!(weight > 0) || weight > 1e6) {
            throw new IllegalArgumentException("ticket " + id + ": the weight " + weight + " is not above 0 and at most a million.");
        }
    }

    public Ticket(String id, Question question, Repair repair, double time) {
        this(id, question, repair, time, 1);
    }
}
