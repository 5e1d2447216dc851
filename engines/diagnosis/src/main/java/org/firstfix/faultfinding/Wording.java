package org.firstfix.faultfinding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes a report apart into words. Full-width and half-width letters, capitals and digits don't matter afterwards; a mixture of letters and digits
 * such as {@code 7979Q7C} is kept whole besides, because it is often a part or model number.
 */
final class Wording {

    /** A run of text of one kind. */
    record Piece(Script script, String text) {}

    enum Script { WORD, NUMBER, HAN }

    private static final int SHORTEST_PART_NUMBER = 4;

    private Wording() {}

    /** The text by which two reports count as the same: no capitals, no punctuation, every number alike. */
    static String normalised(String text) {
        StringBuilder same = new StringBuilder();
        for (Piece piece : pieces(text)) {
            if (piece.script() != Script.NUMBER) {
                same.append(same.isEmpty() ? "" : " ").append(piece.text());
            }
        }
        return same.toString();
    }

    /** Words, numbers and runs of Chinese in their order. Part numbers come twice: whole as a number, folded as a word. */
    static List<Piece> pieces(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            int codePoint = plain.codePointAt(at);
            int end = at;
            if (isHan(codePoint)) {
                end = runEnd(plain, at, true);
                pieces.add(new Piece(Script.HAN, plain.substring(at, end)));
            } else if (Character.isLetterOrDigit(codePoint)) {
                end = runEnd(plain, at, false);
                addWord(plain.substring(at, end), pieces);
            } else {
                end = at + Character.charCount(codePoint);
            }
            at = end;
        }
        return pieces;
    }

    private static int runEnd(String text, int from, boolean han) {
        int at = from;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            boolean apostrophe = !han && (codePoint == '\'' || codePoint == '\u2019') && at > from;
            boolean belongs = han ? isHan(codePoint) : apostrophe || Character.isLetterOrDigit(codePoint) && !isHan(codePoint);
            if (!belongs) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static void addWord(String run, List<Piece> pieces) {
        StringBuilder folded = new StringBuilder();
        boolean letters = false;
        boolean digits = false;
        for (int i = 0; i < run.length(); i++) {
            char letter = run.charAt(i);
            if (Character.isDigit(letter)) {
                digits = true;
                if (folded.isEmpty() || folded.charAt(folded.length() - 1) != '0') {
                    folded.append('0');
                }
            } else if (letter != '\'' && letter != '\u2019') {
                letters = true;
                folded.append(letter);
            }
        }
        if (letters && digits && run.length() >= SHORTEST_PART_NUMBER) {
            pieces.add(new Piece(Script.NUMBER, run));
        }
        pieces.add(new Piece(Script.WORD, folded.toString()));
    }

    private static boolean isHan(int codePoint) {
        return Character.isIdeographic(codePoint);
    }
}
