package org.firstfix.faultfinding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What words mean to a technician in either language, from {@code fault-words.txt}: reports that say the same in other words share their evidence,
 * and a slip of the keyboard or two words run together are understood.
 */
final class FaultWords {
    private static final int SHORTEST_INSIDE = 4;
    private static final int SHORTEST_MISSPELT = 5;
    private static final int LONG = 8;
    private static final FaultWords BUILT_IN = read();

    record Meaning(String group, String name) {}

    private record Stemmed(String stem, Meaning meaning) {}

    private final Map<String, List<Meaning>> known = new ConcurrentHashMap<>();
    private final Map<String, Meaning> words = new HashMap<>();
    private final List<Stemmed> stems = new ArrayList<>();
    private final List<Stemmed> han = new ArrayList<>();

    static FaultWords builtIn() {
        return BUILT_IN;
    }

    /** What a Latin word means: usually nothing or one thing, more if words were run together. */
    List<Meaning> meaningsOf(String word) {
        return known.size() > 100_000 ? search(word) : known.computeIfAbsent(word, this::search);
    }

    private List<Meaning> search(String word) {
        Meaning exact = words.get(word);
        if (exact != null) {
            return List.of(exact);
        }
        List<Meaning> found = new ArrayList<>();
        Stemmed longest = null;
        for (Stemmed candidate : stems) {
            if (word.startsWith(candidate.stem()) && (longest == null || candidate.stem().length() > longest.stem().length())) {
                longest = candidate;
            }
        }
        int from = 0;
        if (longest != null) {
            found.add(longest.meaning());
            from = longest.stem().length();
        }
        for (Stemmed candidate : stems) {
            if (candidate.stem().length() >= SHORTEST_INSIDE && word.indexOf(candidate.stem(), Math.max(1, from)) > 0 && !found.contains(candidate.meaning())) {
                found.add(candidate.meaning());
            }
        }
        if (found.isEmpty() && word.length() >= SHORTEST_MISSPELT) {
            misspelt(word, found);
        }
        return found;
    }

    /** What Chinese words in a run mean. */
    List<Meaning> meaningsIn(String run) {
        List<Meaning> found = new ArrayList<>();
        for (Stemmed candidate : han) {
            if (run.contains(candidate.stem()) && !found.contains(candidate.meaning())) {
                found.add(candidate.meaning());
            }
        }
        return found;
    }

    private void misspelt(String word, List<Meaning> found) {
        Stemmed nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (Stemmed candidate : stems) {
            int length = candidate.stem().length();
            if (length >= SHORTEST_MISSPELT && candidate.stem().charAt(0) == word.charAt(0)) {
                int slips = slips(candidate.stem(), word);
                if (slips <= (length >= LONG ? 2 : 1) && slips < fewest) {
                    fewest = slips;
                    nearest = candidate;
                }
            }
        }
        if (nearest != null) {
            found.add(nearest.meaning());
        }
    }

    /** The fewest letters to add, drop, replace or swap until the stem begins the word (Damerau 1964). */
    private static int slips(String stem, String word) {
        int[] beforeLast = new int[word.length() + 1];
        int[] last = new int[word.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= stem.length(); i++) {
            int[] row = new int[word.length() + 1];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int other = stem.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + other);
                if (i > 1 && j > 1 && stem.charAt(i - 1) == word.charAt(j - 2) && stem.charAt(i - 2) == word.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        int fewest = Integer.MAX_VALUE;
        for (int slips : last) {
            fewest = Math.min(fewest, slips);
        }
        return fewest;
    }

    private static FaultWords read() {
        FaultWords read = new FaultWords();
        try (InputStream file = FaultWords.class.getResourceAsStream("fault-words.txt")) {
            if (file == null) {
                throw new IllegalStateException("fault-words.txt is not beside the classes of the engine.");
            }
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines().filter(line -> !line.startsWith("#")).forEach(read::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private void line(String line) {
        String[] sides = line.split("[:|]");
        String[] names = sides[0].strip().split("/");
        Meaning meaning = new Meaning(names[0], names[1]);
        for (String word : sides[1].strip().split(" ")) {
            if (word.startsWith("=")) {
                words.put(word.substring(1), meaning);
            } else {
                stems.add(new Stemmed(word, meaning));
            }
        }
        if (sides.length > 2) {
            for (String word : sides[2].strip().split(" ")) {
                han.add(new Stemmed(word, meaning));
            }
        }
    }
}
