package org.firstfix.integration.sheet;

/** Spreadsheets calculate what looks like a formula, and a formula can fetch and send: text stays text. */
public final class NoFormula {
    private NoFormula() {}

    /** Puts an apostrophe before what a spreadsheet would calculate. */
    public static String neutral(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    static boolean isDangerous(String text) {
        if (text.isEmpty()) {
            return false;
        }
        // Full-width signs are taken for formulas by some versions in East Asian locales.
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠' -> true;
            default -> false;
        };
    }
}
