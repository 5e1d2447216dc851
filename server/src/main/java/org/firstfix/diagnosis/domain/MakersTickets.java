package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.firstfix.faultfinding.Question;
import org.firstfix.faultfinding.Repair;
import org.firstfix.faultfinding.Ticket;

/** The maker's fault table speaks like a few past cases for each line, and less and less as real ones come. */
public final class MakersTickets {
    /**
     * A line of the table.
     *
     * @param family it holds for; every one if it is left out, and {@code model} likewise
     * @param partKinds that mend it, the likeliest first; may be empty
     * @param weight worth as many cases as if so many had been found, 0.1 to 50
     */
    public record Line(String id, Optional<String> family, Optional<String> model, String wordsZh, String wordsEn, Optional<String> symptomCode,
            String causeCode, List<String> partKinds, double weight) {}

    private MakersTickets() {}

    /** @param at when the first real ticket was found: a table is as old as what it begins with */
    public static List<Ticket> of(List<Line> table, Instant at) {
        return table.stream().map(line -> new Ticket(line.id(), question(line),
                new Repair(Optional.of(line.causeCode()), Optional.of(new TreeSet<>(line.partKinds()))), FaultTicket.day(at), line.weight())).toList();
    }

    private static Question question(Line line) {
        List<String> machine = line.family().isEmpty() && line.model().isEmpty() ? List.of() : List.of("", line.model().orElse(""), line.family().orElse(""));
        return new Question(line.wordsZh() + "\n" + line.wordsEn(), machine, Map.of(),
                line.symptomCode().map(code -> Map.of(QuestionOfACase.SYMPTOM, code)).orElse(Map.of()));
    }
}
