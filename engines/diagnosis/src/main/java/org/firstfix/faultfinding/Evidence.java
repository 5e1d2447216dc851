package org.firstfix.faultfinding;

/** Why something is thought likely. */
public sealed interface Evidence {

    /**
     * A past case that reads alike and had this answer.
     *
     * @param ticket its number
     * @param likeness 0 to 1; 1 reads the same
     */
    record PastCase(String ticket, double likeness) implements Evidence {}

    /**
     * A word, part of a word, meaning or fact of the report that speaks for it.
     *
     * @param text as it is understood, for example {@code leak}
     * @param kind {@code word}, {@code pair}, {@code han}, {@code number}, {@code term}, {@code meaning}, {@code group}, {@code figure}, {@code fact}
     * @param strength how much it adds to the logarithm of the odds against the average answer
     */
    record Word(String text, String kind, double strength) implements Evidence {}

    /**
     * How often it was found on this machine, model or family.
     *
     * @param group its name
     * @param times faded count of cases with this answer
     * @param of faded count of all cases of the group
     */
    record Counted(String group, double times, double of) implements Evidence {}
}
