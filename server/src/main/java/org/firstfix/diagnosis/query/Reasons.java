package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.TICKET;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.domain.MakersTickets;
import org.firstfix.faultfinding.Evidence;
import org.firstfix.faultfinding.Prediction;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** Why something is thought likely, in what a person can look up: past cases, lines of the maker's table, words, counts. */
@Query
class Reasons {
    private static final int MOST_OF_A_KIND = 3;
    /** Pieces of words and the like are the engine's own business. */
    private static final Set<String> READABLE = Set.of("word", "han", "number", "term");

    private final DSLContext database;
    private final CaseApi cases;
    private final MakersTable makers;

    Reasons(DSLContext database, CaseApi cases, MakersTable makers) {
        this.database = database;
        this.cases = cases;
        this.makers = makers;
    }

    enum Kind {
        PAST_CASE,
        /** A past case of a branch that the reader does not see. */
        CASE_ELSEWHERE,
        MAKERS_TABLE,
        WORD,
        COUNTED
    }

    /**
     * @param reference number of the case or code of the line; empty for the others
     * @param text subject of the case, words of the line (Chinese; {@code textEn} in English), the word, or the name of the counted group
     * @param strength likeness of a case, 0 to 1; of a word what it adds to the logarithm of the odds; of a count its share
     * @param times and {@code of} of a count, faded
     */
    record Reason(Kind kind, String reference, String text, String textEn, double strength, double times, double of) {}

    Map<String, List<Reason>> of(Collection<Prediction.Likely> causes) {
        Set<String> numbers = new LinkedHashSet<>();
        causes.forEach(cause -> pastCases(cause).forEach(past -> numbers.add(past.ticket())));
        Map<String, CaseSummary> visible = visible(numbers);
        Map<String, MakersTickets.Line> lines = makers.active().stream().filter(line -> numbers.contains(line.id()))
                .collect(Collectors.toMap(MakersTickets.Line::id, line -> line));
        Map<String, List<Reason>> reasons = new LinkedHashMap<>();
        causes.forEach(cause -> reasons.put(cause.name(), of(cause, visible, lines)));
        return reasons;
    }

    private static List<Evidence.PastCase> pastCases(Prediction.Likely cause) {
        return cause.evidence().stream().filter(Evidence.PastCase.class::isInstance).map(Evidence.PastCase.class::cast).limit(MOST_OF_A_KIND).toList();
    }

    private static List<Reason> of(Prediction.Likely cause, Map<String, CaseSummary> visible, Map<String, MakersTickets.Line> lines) {
        Map<Kind, Integer> shown = new HashMap<>();
        return cause.evidence().stream().flatMap(evidence -> reason(evidence, visible, lines).stream())
                .filter(reason -> shown.merge(reason.kind(), 1, Integer::sum) <= MOST_OF_A_KIND).toList();
    }

    private static Optional<Reason> reason(Evidence evidence, Map<String, CaseSummary> visible, Map<String, MakersTickets.Line> lines) {
        return switch (evidence) {
            case Evidence.PastCase(String ticket, double likeness) -> {
                if (lines.containsKey(ticket)) {
                    MakersTickets.Line line = lines.get(ticket);
                    yield Optional.of(new Reason(Kind.MAKERS_TABLE, ticket, line.wordsZh(), line.wordsEn(), likeness, 0, 0));
                }
                CaseSummary past = visible.get(ticket);
                yield Optional.of(past == null ? new Reason(Kind.CASE_ELSEWHERE, "", "", "", likeness, 0, 0)
                        : new Reason(Kind.PAST_CASE, ticket, past.subject(), past.subject(), likeness, 0, 0));
            }
            case Evidence.Word(String text, String kind, double strength) -> READABLE.contains(kind)
                    ? Optional.of(new Reason(Kind.WORD, kind, text, text, strength, 0, 0)) : Optional.empty();
            case Evidence.Counted(String group, double times, double of) -> Optional.of(new Reason(Kind.COUNTED, "", group, group, of == 0 ? 0 : times / of, times, of));
        };
    }

    /** Knowledge belongs to the whole house, its customers' names do not. */
    private Map<String, CaseSummary> visible(Set<String> numbers) {
        List<CaseId> ids = database.selectDistinct(TICKET.CASE_ID).from(TICKET).where(TICKET.CASE_NUMBER.in(numbers)).fetch(row -> new CaseId(row.value1()));
        return cases.get(ids).values().stream().collect(Collectors.toMap(CaseSummary::number, it -> it));
    }
}
