package org.firstfix.platform.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.problem.Problem.FieldProblem;

/** What is asked of an entry of any catalogue that people keep themselves. All that is wrong is found before anything is said. */
public final class EntryRules {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
    private static final int LONGEST_WORD = 100;
    private static final int MOST = 100;

    private final List<FieldProblem> problems = new ArrayList<>();

    /** An entry without a name in the reader's language is still shown: by its other name. */
    public static String nameOr(String name, String otherLanguage) {
        return name.isBlank() ? otherLanguage : name;
    }

    public EntryRules code(String code) {
        return when(!CODE.matcher(code).matches(), "code", "platform.entry-code-unusable", Map.of("code", code));
    }

    /** One language is enough to begin with; the screens show what lacks the other. */
    public EntryRules inOneLanguageAtLeast(String field, String zh, String en, int longest) {
        when(zh.isBlank() && en.isBlank(), field + "Zh", "platform.entry-name-missing", Map.of());
        return text(field + "Zh", zh, longest).text(field + "En", en, longest);
    }

    public EntryRules text(String field, String text, int longest) {
        return when(text.length() > longest, field, "platform.entry-text-too-long", Map.of("length", text.length(), "longest", longest));
    }

    public EntryRules words(String field, List<String> words) {
        words.stream().filter(word -> word.isBlank() || word.length() > LONGEST_WORD).findFirst()
                .ifPresent(word -> when(true, field, "platform.entry-word-unusable", Map.of("word", word, "longest", LONGEST_WORD)));
        return list(field, words);
    }

    public EntryRules partKinds(String field, List<String> kinds) {
        kinds.stream().filter(kind -> !KIND.matcher(kind).matches()).findFirst()
                .ifPresent(kind -> when(true, field, "platform.entry-kind-unusable", Map.of("kind", kind)));
        return list(field, kinds);
    }

    /** At most so many, each once. */
    public EntryRules list(String field, List<String> list) {
        Set<String> seen = new HashSet<>();
        list.stream().filter(one -> !seen.add(one)).findFirst()
                .ifPresent(one -> when(true, field, "platform.entry-twice", Map.of("what", one)));
        return when(list.size() > MOST, field, "platform.entry-too-many", Map.of("count", list.size(), "most", MOST));
    }

    public EntryRules when(boolean wrong, String field, String code, Map<String, Object> values) {
        if (wrong) {
            problems.add(new FieldProblem(field, code, values));
        }
        return this;
    }

    /** @throws Problem 400 with every field that is not right */
    public void done() {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }
}
