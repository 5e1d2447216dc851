package org.firstfix.exam.domain;

/** When an engineer sees what would have been right. */
public final class TruthIsShown {
    private TruthIsShown() {}

    /** After grading, but not while he may take the same exam again: that would be an exam in remembering. */
    public static boolean after(boolean graded, boolean passed, int attempt, int attemptsAllowed) {
        return graded && (passed || attempt >= attemptsAllowed);
    }
}
