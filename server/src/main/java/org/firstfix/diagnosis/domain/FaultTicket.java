package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.firstfix.faultfinding.Question;
import org.firstfix.faultfinding.Repair;
import org.firstfix.faultfinding.Ticket;

/**
 * A case to learn from: the question as it stood before the repair, and what the repair showed.
 *
 * @param sequence its place among all that was ever found out; 0 before it has one
 * @param causes codes, at least one
 * @param partKinds what the repair took; none when nobody told
 */
public record FaultTicket(long sequence, String caseNumber, Question question, List<String> causes, Optional<List<String>> partKinds, Instant foundAt) {
    private static final double SECONDS_OF_A_DAY = 86_400;

    public FaultTicket {
        causes = List.copyOf(causes);
        partKinds = partKinds.map(List::copyOf);
    }

    /** What the engine learns of it: a case with several causes counts once, shared among them; its parts count whole. */
    public List<Ticket> forTheEngine() {
        if (causes.size() == 1) {
            return List.of(new Ticket(caseNumber, question, new Repair(Optional.of(causes.getFirst()), partKinds.map(TreeSet::new)), day(foundAt)));
        }
        List<Ticket> tickets = new ArrayList<>();
        causes.forEach(cause -> tickets.add(new Ticket(caseNumber, question, Repair.ofCause(cause), day(foundAt), 1.0 / causes.size())));
        partKinds.ifPresent(kinds -> tickets.add(new Ticket(caseNumber, question, Repair.ofParts(kinds), day(foundAt))));
        return tickets;
    }

    /** The engine's scale of time: days. */
    public static double day(Instant at) {
        return at.getEpochSecond() / SECONDS_OF_A_DAY;
    }
}
