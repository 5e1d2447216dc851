package org.firstfix;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.junit.jupiter.api.Test;

/** Both languages say the same things with the same values, and every code that is thrown has a text. */
class TextsTest {
    private static final Pattern CODE = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)+)\"");

    private final Texts texts = new Texts();

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() {
        Map<String, String> english = texts.patterns(Language.ENGLISH);
        Map<String, String> chinese = texts.patterns(Language.CHINESE);
        assertThat(new TreeSet<>(chinese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        Map<String, Set<String>> inEnglish = new TreeMap<>();
        Map<String, Set<String>> inChinese = new TreeMap<>();
        english.forEach((key, pattern) -> inEnglish.put(key, arguments(pattern)));
        chinese.forEach((key, pattern) -> inChinese.put(key, arguments(pattern)));
        assertThat(inChinese).isEqualTo(inEnglish);
    }

    @Test
    void everyProblemThrownHasAText() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                // The first argument of invalidField is a field, which may be a path with dots.
                var problems = Pattern.compile("Problem\\s*\\.\\s*(?:invalidField\\s*\\([^,;]+,|(?:invalid|conflict|of|unauthorized)\\s*\\()([^;]{0,160})").matcher(source);
                while (problems.find()) {
                    var code = CODE.matcher(problems.group(1));
                    if (code.find()) {
                        String key = problems.group().contains("unauthorized") ? "platform." + code.group(1) : code.group(1);
                        if (!texts.knows(Language.ENGLISH, key)) {
                            missing.add(key + " in " + file.getFileName());
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> arguments(String pattern) {
        Set<String> names = new TreeSet<>();
        MessagePattern parsed = new MessagePattern(pattern);
        for (int i = 0; i < parsed.countParts(); i++) {
            if (parsed.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                names.add(parsed.getSubstring(parsed.getPart(i)));
            }
        }
        return names;
    }
}
