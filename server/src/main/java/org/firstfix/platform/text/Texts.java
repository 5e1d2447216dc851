package org.firstfix.platform.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server's own words: problems, mails, documents. ICU messages from {@code texts/<language>/<module>.json}; the
 * keys start with the module's name. Both languages must have the same keys, which {@code TextsTest} holds.
 */
@Component
public class Texts {
    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, MessageFormat>> formats = new EnumMap<>(Language.class);

    public Texts() {
        JsonMapper json = JsonMapper.builder().build();
        for (Language language : Language.values()) {
            Map<String, String> all = new HashMap<>();
            try {
                for (Resource file : new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:texts/" + language.tag() + "/*.json")) {
                    try (var stream = file.getInputStream()) {
                        all.putAll(json.readValue(stream, new TypeReference<Map<String, String>>() {}));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            patterns.put(language, Map.copyOf(all));
            formats.put(language, new ConcurrentHashMap<>());
        }
    }

    /** The text with its values filled in; an unknown key comes back as itself, so that nothing is hidden. */
    public String text(Language language, String key, Map<String, ?> values) {
        String pattern = patterns.get(language).get(key);
        if (pattern == null) {
            return key;
        }
        MessageFormat format =
                formats.get(language).computeIfAbsent(key, k -> new MessageFormat(pattern, language.locale()));
        // A MessageFormat is not safe for use by several threads at once.
        return ((MessageFormat) format.clone()).format(values);
    }

    public String text(Language language, String key) {
        return text(language, key, Map.of());
    }

    public boolean knows(Language language, String key) {
        return patterns.get(language).containsKey(key);
    }

    /** All patterns of a language by key, for the test that compares the languages. */
    public Map<String, String> patterns(Language language) {
        return patterns.get(language);
    }
}
