package org.firstfix.dispatch.query;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.dispatch.domain.Reason;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.springframework.stereotype.Component;

/** Says reasons in both languages, so that nobody has to know the rules to read them. */
@Component
public class RuleWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Texts texts;
    private final DispatchTerms terms;

    RuleWords(Texts texts, DispatchTerms terms) {
        this.texts = texts;
        this.terms = terms;
    }

    /**
     * @param rule id of the rule
     * @param level HARD, MONEY or PREFERENCE
     * @param amount cents, or for hard rules seconds, levels, pieces or 1
     * @param relaxationZh what would have to be allowed; only for hard rules that can be relaxed
     */
    public record Line(String rule, String level, long amount, String textZh, String textEn, Optional<String> relaxationZh, Optional<String> relaxationEn) {}

    public List<Line> lines(List<Reason> reasons, ZoneId zone) {
        Map<String, DispatchTerms.Term> skills = reasons.isEmpty() ? Map.of() : terms.skills().stream()
                .collect(Collectors.toMap(DispatchTerms.Term::code, Function.identity()));
        return reasons.stream().map(reason -> line(reason, skills, zone)).toList();
    }

    private Line line(Reason reason, Map<String, DispatchTerms.Term> skills, ZoneId zone) {
        return new Line(reason.rule(), reason.level().name(), reason.amount(), say(Language.CHINESE, "rule", reason, skills, zone),
                say(Language.ENGLISH, "rule", reason, skills, zone), relaxation(Language.CHINESE, reason, skills, zone),
                relaxation(Language.ENGLISH, reason, skills, zone));
    }

    private Optional<String> relaxation(Language language, Reason reason, Map<String, DispatchTerms.Term> skills, ZoneId zone) {
        return texts.knows(language, "dispatch.relax." + reason.rule()) ? Optional.of(say(language, "relax", reason, skills, zone)) : Optional.empty();
    }

    private String say(Language language, String kind, Reason reason, Map<String, DispatchTerms.Term> skills, ZoneId zone) {
        Map<String, Object> values = new HashMap<>(reason.values());
        DispatchTerms.Term skill = skills.get(String.valueOf(values.getOrDefault("skill", "")));
        if (skill != null) {
            values.put("skill", language == Language.CHINESE ? skill.nameZh() : skill.nameEn());
        }
        if (values.get("until") instanceof String until) {
            values.put("until", MOMENT.format(Instant.parse(until).atZone(zone)));
        }
        return texts.text(language, "dispatch." + kind + "." + reason.rule(), values);
    }
}
