package org.firstfix.faultfinding;

/** The kinds of traits that a question shows. The letter keeps equal texts of two kinds apart. */
enum TraitKind {
    /** A word by its stem. */
    WORD('w', 1, 1),
    /** Two stems in a row. */
    PAIR('b', 1, 1),
    /** A piece of two to four letters, so that a slip of the keyboard is not another word. */
    GRAM('g', 1, .5),
    /** One to three Chinese characters in a row. */
    HAN('h', 1, 1),
    /** A part or model number as it was written. */
    NUMBER('p', 1, 1),
    /** A term of the parts catalogue. */
    TERM('t', 2, 3),
    /** What a word means to a technician, in either language. */
    MEANING('m', 2, 3),
    /** A group that the machine belongs to. */
    GROUP('G', 1, 0),
    /** A figure by the band it lies in. */
    FIGURE('F', 1, 0),
    /** A named fact. */
    FACT('A', 1, 0);

    private static final TraitKind[] ALL = values();

    final char letter;
    /** How strongly the kind as a whole speaks to the experts that learn weights. */
    final double share;
    /** How much a common trait of the kind makes two reports alike. */
    final double likeness;

    TraitKind(char letter, double share, double likeness) {
        this.letter = letter;
        this.share = share;
        this.likeness = likeness;
    }

    String key(String text) {
        return letter + text;
    }

    boolean isWords() {
        return likeness > 0;
    }

    static TraitKind of(String key) {
        for (TraitKind kind : ALL) {
            if (kind.letter == key.charAt(0)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("\"" + key + "\" is the key of no known kind of trait.");
    }
}
