package org.firstfix.faultfinding;

/** Cuts the endings of English words that change the form and not the thing: leaks, leaked, leaking. */
final class Stem {
    private static final int SHORTEST = 3;

    private Stem() {}

    static String of(String word) {
        if (word.length() <= SHORTEST || word.charAt(word.length() - 1) == '0') {
            return word;
        }
        if (word.endsWith("ies")) {
            return cut(word, 3, "y");
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
            return cut(word, 2, "");
        }
        if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) {
            return undoubled(cut(word, 1, ""));
        }
        if (word.endsWith("ing") && word.length() > 5) {
            return undoubled(cut(word, 3, ""));
        }
        if (word.endsWith("ed") && word.length() > 4) {
            return undoubled(cut(word, 2, ""));
        }
        return undoubled(word);
    }

    private static String cut(String word, int letters, String instead) {
        return word.substring(0, word.length() - letters) + instead;
    }

    /** {@code tripping} and {@code trip}, {@code damaged} and {@code damage} meet. */
    private static String undoubled(String stem) {
        int last = stem.length() - 1;
        if (last < 2) {
            return stem;
        }
        if (stem.charAt(last) == 'e') {
            return stem.substring(0, last);
        }
        return stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
    }
}
