package org.firstfix.diagnosis.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.diagnosis.SiteCondition;
import org.firstfix.faultfinding.Question;

/**
 * What is asked about a fault: the words of the report, the machine, and what its history says. There is no room in here
 * for anything that was found, done or written after the report.
 */
public record QuestionOfACase(String subject, String description, Optional<NamedSymptom> symptom, Optional<AskedMachine> machine, Instant askedAt) {
    static final String SYMPTOM = "symptom";
    private static final double DAYS_OF_A_YEAR = 365.25;

    /** Its names are words of the report as well: that is how a new house is understood by the maker's table. */
    public record NamedSymptom(String code, String nameZh, String nameEn) {}

    /**
     * @param serial empty where not known, and {@code model}, {@code family} and {@code firmware} likewise
     * @param last what was found the last time
     */
    public record AskedMachine(String serial, String model, String family, String firmware, Optional<Instant> installedAt, Optional<LastFinding> last) {}

    public record LastFinding(List<String> causes, Set<SiteCondition> conditions, Instant foundAt) {}

    public Question question() {
        Map<String, Double> figures = new HashMap<>();
        Map<String, String> facts = new HashMap<>();
        symptom.ifPresent(known -> facts.put(SYMPTOM, known.code()));
        machine.ifPresent(known -> {
            known.installedAt().filter(at -> at.isBefore(askedAt)).ifPresent(at -> figures.put("age_years", days(at) / DAYS_OF_A_YEAR));
            if (!known.firmware().isBlank()) {
                facts.put("firmware", known.firmware());
            }
            known.last().filter(last -> last.foundAt().isBefore(askedAt)).ifPresent(last -> {
                figures.put("days_since_repair", days(last.foundAt()));
                facts.put("last_cause", String.join("+", last.causes()));
                last.conditions().forEach(condition -> facts.put("site_" + condition.name().toLowerCase(Locale.ROOT), "yes"));
            });
        });
        return new Question(words(), machine.map(known -> List.of(known.serial(), known.model(), known.family())).orElse(List.of()), figures, facts);
    }

    private String words() {
        Set<String> words = new LinkedHashSet<>(List.of(subject.strip(), description.strip()));
        symptom.ifPresent(known -> words.addAll(List.of(known.nameZh(), known.nameEn())));
        words.remove("");
        return String.join("\n", words);
    }

    private double days(Instant since) {
        return Duration.between(since, askedAt).toSeconds() / 86_400.0;
    }
}
