package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of parts, assemblies and symptoms as the house writes them, in either language. A report that holds one shows it as a trait of its own.
 * Names of more than eight Chinese characters or four words are not looked for.
 */
public final class Catalogue {
    private static final int MOST_CHARACTERS = 8;
    private static final int MOST_WORDS = 4;
    private static final Catalogue EMPTY = new Catalogue(List.of());

    private final List<String> names;
    private final Set<String> terms = new HashSet<>();

    private Catalogue(Collection<String> names) {
        this.names = List.copyOf(new TreeSet<>(names));
        this.names.forEach(name -> terms.add(Wording.normalised(name)));
        terms.remove("");
    }

    public static Catalogue empty() {
        return EMPTY;
    }

    public static Catalogue of(Collection<String> names) {
        return new Catalogue(names);
    }

    /** As they were given, sorted. */
    public List<String> names() {
        return names;
    }

    /** The terms that these pieces of a report hold. */
    List<String> termsIn(List<Wording.Piece> pieces) {
        List<String> found = new ArrayList<>();
        if (terms.isEmpty()) {
            return found;
        }
        for (int at = 0; at < pieces.size(); at++) {
            switch (pieces.get(at).script()) {
                case HAN -> addHan(pieces.get(at).text(), found);
                case WORD -> addWords(pieces, at, found);
                case NUMBER -> { }
            }
        }
        return found;
    }

    private void addHan(String run, List<String> found) {
        for (int from = 0; from < run.length(); from++) {
            for (int length = 2; length <= MOST_CHARACTERS && from + length <= run.length(); length++) {
                String term = run.substring(from, from + length);
                if (terms.contains(term)) {
                    found.add(term);
                }
            }
        }
    }

    private void addWords(List<Wording.Piece> pieces, int from, List<String> found) {
        StringBuilder term = new StringBuilder();
        int words = 0;
        for (int at = from; at < pieces.size() && words < MOST_WORDS; at++) {
            Wording.Piece piece = pieces.get(at);
            if (piece.script() == Wording.Script.HAN) {
                return;
            }
            if (piece.script() == Wording.Script.WORD) {
                term.append(words++ == 0 ? "" : " ").append(piece.text());
                if (terms.contains(term.toString())) {
                    found.add(term.toString());
                }
            }
        }
    }
}
