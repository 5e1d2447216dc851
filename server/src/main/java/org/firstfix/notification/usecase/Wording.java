package org.firstfix.notification.usecase;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.firstfix.notification.domain.Values;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.springframework.stereotype.Component;

/** Puts the values of a message into the words of a language. */
@Component
public class Wording {
    private static final Map<String, DateFormat> FORMATS = new ConcurrentHashMap<>();

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    public record Fact(String label, String value) {}

    public String text(Language language, String key, Map<String, Object> values) {
        return texts.text(language, key, inWords(language, values));
    }

    public List<Fact> facts(Language language, Map<String, Object> values) {
        List<Fact> facts = new ArrayList<>();
        if (values.get(Values.FACTS) instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof Map<?, ?> fact) {
                    facts.add(new Fact(texts.text(language, String.valueOf(fact.get("label"))),
                            String.valueOf(inWords(language, fact.get("value")))));
                }
            }
        }
        return facts;
    }

    private Map<String, Object> inWords(Language language, Map<String, Object> values) {
        Map<String, Object> words = new LinkedHashMap<>();
        values.forEach((name, value) -> words.put(name, inWords(language, value)));
        return words;
    }

    private Object inWords(Language language, Object value) {
        if (!(value instanceof Map<?, ?> form)) {
            return value;
        }
        if (form.containsKey("at")) {
            return inWords(language, form, ZoneId.of(String.valueOf(form.get("zone"))));
        }
        if (form.containsKey("text")) {
            return texts.text(language, String.valueOf(form.get("text")));
        }
        return language.choose(String.valueOf(form.get("zh")), String.valueOf(form.get("en")));
    }

    private static String inWords(Language language, Map<?, ?> form, ZoneId zone) {
        Instant at = Instant.parse(String.valueOf(form.get("at")));
        String start = format(language, "yMMMEdHm", at, zone);
        String zoneName = format(language, "vvvv", at, zone);
        String end = "";
        if (form.containsKey("until")) {
            Instant until = Instant.parse(String.valueOf(form.get("until")));
            boolean sameDay = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(until, zone));
            end = (sameDay ? "–" : " – ") + format(language, sameDay ? "Hm" : "yMMMEdHm", until, zone);
        }
        return start + end + language.choose("（" + zoneName + "）", " (" + zoneName + ")");
    }

    private static String format(Language language, String skeleton, Instant at, ZoneId zone) {
        // Making a format is dear and a format is not safe for several threads: one is kept and copied.
        DateFormat format = (DateFormat) FORMATS.computeIfAbsent(language.tag() + skeleton,
                key -> DateFormat.getInstanceForSkeleton(skeleton, language.locale())).clone();
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(at));
    }
}
