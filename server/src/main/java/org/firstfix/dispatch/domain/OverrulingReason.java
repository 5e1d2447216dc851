package org.firstfix.dispatch.domain;

/** Why a person chose otherwise than the engine. Few and plain: one of them is said with one click. */
public enum OverrulingReason {
    /** The question was left aside. */
    NONE_GIVEN,
    OWN_ENGINEER,
    CUSTOMER_WISH,
    KNOWS_MACHINE,
    /** The day of the others is not to be turned over. */
    CALM_DAY,
    /** The visit is for somebody to learn by. */
    LEARNING,
    PART_IN_VAN,
    /** Skills, places, times or the map say something else than what is so. */
    WRONG_DATA,
    /** Said in words. */
    OTHER
}
