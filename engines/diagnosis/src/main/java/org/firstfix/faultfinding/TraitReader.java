package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.List;

/** Reads the traits of a question: words, their pieces and meanings in both languages, groups of the machine, figures in bands, facts. */
final class TraitReader {
    private static final int SHORTEST_GRAM = 2;
    private static final int LONGEST_GRAM = 4;
    private static final int LONGEST_HAN = 3;
    private static final String EDGE = "^";

    private final Catalogue catalogue;
    private final FaultWords meanings = FaultWords.builtIn();

    TraitReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Keys of all traits, each as often as it shows. */
    List<String> read(Question question) {
        List<String> keys = words(question.reported());
        for (int level = 0; level < question.machine().size(); level++) {
            if (!question.machine().get(level).isBlank()) {
                keys.add(TraitKind.GROUP.key(level + ":" + question.machine().get(level)));
            }
        }
        question.figures().forEach((name, value) -> keys.add(TraitKind.FIGURE.key(name + " about " + band(value))));
        question.facts().forEach((name, value) -> keys.add(TraitKind.FACT.key(name + " = " + value)));
        return keys;
    }

    List<String> words(String text) {
        List<String> keys = new ArrayList<>();
        List<Wording.Piece> pieces = Wording.pieces(text);
        String before = EDGE;
        String meantBefore = EDGE;
        for (Wording.Piece piece : pieces) {
            switch (piece.script()) {
                case NUMBER -> keys.add(TraitKind.NUMBER.key(piece.text()));
                case HAN -> {
                    readHan(piece.text(), keys);
                    meantBefore = readMeanings(meanings.meaningsIn(piece.text()), meantBefore, keys);
                    before = EDGE;
                }
                case WORD -> {
                    String stem = Stem.of(piece.text());
                    keys.add(TraitKind.WORD.key(stem));
                    keys.add(TraitKind.PAIR.key(before + " " + stem));
                    readGrams(piece.text(), keys);
                    meantBefore = readMeanings(meanings.meaningsOf(piece.text()), meantBefore, keys);
                    before = stem;
                }
            }
        }
        if (!before.equals(EDGE)) {
            keys.add(TraitKind.PAIR.key(before + " " + EDGE));
        }
        catalogue.termsIn(pieces).forEach(term -> keys.add(TraitKind.TERM.key(term)));
        return keys;
    }

    private static String readMeanings(List<FaultWords.Meaning> found, String meantBefore, List<String> keys) {
        String before = meantBefore;
        for (FaultWords.Meaning meaning : found) {
            keys.add(TraitKind.MEANING.key(meaning.group() + "/"));
            keys.add(TraitKind.MEANING.key(meaning.name()));
            // "Not" and "pump" say more together than apart.
            keys.add(TraitKind.MEANING.key(before + "+" + meaning.name()));
            before = meaning.name();
        }
        return before;
    }

    private static void readGrams(String word, List<String> keys) {
        String padded = "_" + word + "_";
        for (int length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
            for (int at = 0; at + length <= padded.length(); at++) {
                keys.add(TraitKind.GRAM.key(padded.substring(at, at + length)));
            }
        }
    }

    private static void readHan(String run, List<String> keys) {
        int[] characters = run.codePoints().toArray();
        for (int length = 1; length <= LONGEST_HAN; length++) {
            for (int at = 0; at + length <= characters.length; at++) {
                keys.add(TraitKind.HAN.key(new String(characters, at, length)));
            }
        }
    }

    /** The middle of the band a figure lies in. Bands widen by a half: nine years are more like twelve than one is like four. */
    static long band(double figure) {
        double step = Math.log(1.5);
        return Math.round(Math.signum(figure) * Math.expm1(Math.round(Math.log1p(Math.abs(figure)) / step) * step));
    }
}
