package org.firstfix.exam.domain;

/** How a question is answered. */
public enum QuestionKind {
    /** One of the choices is right. */
    SINGLE_CHOICE,
    /** One or more are. */
    MULTIPLE_CHOICE,
    /** At most two parts, as on a visit. */
    PARTS_TO_CARRY,
    /** In words; somebody experienced grades it. */
    SHORT_TEXT;

    public boolean hasChoices() {
        return this != SHORT_TEXT;
    }
}
