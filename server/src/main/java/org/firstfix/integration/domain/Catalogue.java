package org.firstfix.integration.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds in a catalogue what people wrote in their own words. Only leaves are found: groups are no answer. A match that
 * is not word for word says so, and what is too far from everything is not matched at all.
 */
public final class Catalogue {
    private static final double GOOD_ENOUGH = 0.75;
    private static final double SUBSEQUENCE = 0.95;
    private static final double BEGINNING = 0.85;
    private static final double ALL_SIGNS = 0.8;
    private static final Map<String, String> CHINESE_WORDS = words("hdd", "硬盘", "dimm[0-9]*", "内存", "mem(?![a-z])", "内存",
            "报废", "损坏", "坏掉", "损坏", "无显(?!示)", "无显示", "皆|都|均", "", "加电", "");
    private static final Map<String, String> ENGLISH_WORDS = words("\\bhdds?\\b", "disk", "\\bdimm[0-9]*\\b", "memory",
            "\\bmem\\b", "memory", "\\blights\\b", "light", "\\bdisks\\b", "disk", "\\bdead\\b", "damaged", "\\bboth\\b", "");

    private final List<Entry> leaves;

    public record Entry(String code, Optional<String> parentCode, String nameZh, String nameEn) {}

    /** @param exact whether the catalogue says it word for word */
    public record Match(String code, boolean exact) {}

    public Catalogue(List<Entry> entries) {
        Set<String> groups = new HashSet<>();
        entries.forEach(entry -> entry.parentCode().ifPresent(groups::add));
        leaves = entries.stream().filter(entry -> !groups.contains(entry.code())).toList();
    }

    private record Scored(Entry entry, double score) {}

    /** What these words mean; either language may be empty. */
    public Optional<Match> find(String zh, String en) {
        for (Entry entry : leaves) {
            boolean sameChinese = !zh.isBlank() && signs(zh).equals(signs(entry.nameZh()));
            boolean sameEnglish = !en.isBlank() && signs(en).equals(signs(entry.nameEn()));
            if (sameChinese || sameEnglish) {
                return Optional.of(new Match(entry.code(), true));
            }
        }
        List<Scored> ranked = leaves.stream().map(entry -> new Scored(entry, Math.max(chinese(zh, entry), english(en, entry))))
                .filter(scored -> scored.score() >= GOOD_ENOUGH)
                .sorted(Comparator.comparingDouble(Scored::score)
                        .thenComparingInt(scored -> scored.entry().nameZh().length()).reversed()).toList();
        boolean undecided = ranked.size() > 1 && ranked.get(0).score() == ranked.get(1).score()
                && ranked.get(0).entry().nameZh().length() == ranked.get(1).entry().nameZh().length();
        return ranked.isEmpty() || undecided ? Optional.empty() : Optional.of(new Match(ranked.getFirst().entry().code(), false));
    }

    /**
     * Several things in one cell, such as "主板、内存皆损坏". The cell is taken apart only if each part then means
     * something; otherwise it is one thing, or nothing known.
     */
    public List<Match> findAll(String zh, String en) {
        Optional<Match> whole = find(zh, en).filter(Match::exact);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<Match> parts = parts(zh, "[、，,；;/+]|和|及|与").map(part -> find(part, ""))
                .or(() -> parts(en, "[,;/+]|\\band\\b").map(part -> find("", part))).orElse(List.of());
        return parts.isEmpty() ? find(zh, en).map(List::of).orElse(List.of()) : parts;
    }

    private record Parts(List<String> texts) {
        Optional<List<Match>> map(Function<String, Optional<Match>> finder) {
            Map<String, Match> found = new LinkedHashMap<>();
            for (String text : texts) {
                Optional<Match> match = finder.apply(text);
                if (match.isEmpty()) {
                    return Optional.empty();
                }
                found.putIfAbsent(match.get().code(), new Match(match.get().code(), false));
            }
            return texts.size() > 1 ? Optional.of(new ArrayList<>(found.values())) : Optional.empty();
        }
    }

    private static Parts parts(String text, String separators) {
        return new Parts(List.of(text.split(separators)).stream().map(String::strip).filter(part -> !part.isEmpty()).toList());
    }

    private double chinese(String text, Entry entry) {
        String said = signs(replace(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), CHINESE_WORDS));
        String name = signs(entry.nameZh());
        if (said.isEmpty()) {
            return 0;
        }
        double score;
        if (said.contains(name)) {
            score = 1;
        } else if (isSubsequence(name, said)) {
            score = SUBSEQUENCE;
        } else if (said.length() >= 2 && name.startsWith(said)) {
            score = BEGINNING;
        } else {
            long shared = name.codePoints().filter(sign -> said.indexOf(sign) >= 0).count();
            score = ALL_SIGNS * shared / name.codePointCount(0, name.length());
        }
        // In a long story every sign occurs somewhere.
        return said.length() > 4 * name.length() + 8 && score < 1 ? score * 0.7 : score;
    }

    private double english(String text, Entry entry) {
        Set<String> said = englishWords(text);
        Set<String> name = englishWords(entry.nameEn());
        if (said.isEmpty()) {
            return 0;
        }
        if (said.size() == 1 && name.size() > 1 && entry.nameEn().toLowerCase(Locale.ROOT).startsWith(said.iterator().next() + " ")) {
            return BEGINNING;
        }
        return SUBSEQUENCE * name.stream().filter(said::contains).count() / name.size();
    }

    private static Set<String> englishWords(String text) {
        String plain = replace(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), ENGLISH_WORDS);
        Set<String> words = new HashSet<>(List.of(plain.split("[^a-z0-9]+")));
        words.remove("");
        return words;
    }

    private static boolean isSubsequence(String name, String text) {
        int at = 0;
        for (int i = 0; i < name.length(); i++) {
            at = text.indexOf(name.charAt(i), at);
            if (at < 0) {
                return false;
            }
            at++;
        }
        return true;
    }

    private static String signs(String text) {
        return Columns.normal(text);
    }

    private static String replace(String text, Map<String, String> words) {
        String result = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            result = result.replaceAll(word.getKey(), word.getValue());
        }
        return result;
    }

    private static Map<String, String> words(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        return words;
    }
}
