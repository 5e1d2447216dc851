package org.firstfix.faultfinding;

/** The experts by what they look at, in the order in which their words are kept in a record. Add new ones at the end. */
enum Speaker {
    /** How often it was, on this machine, its model, its family, anywhere. */
    PRIOR,
    /** How well each answer explains the words. */
    WORDS,
    /** How well each answer explains age, usage, last repair and other figures and facts. */
    HISTORY,
    /** What the nearest past cases had. */
    NEIGHBOURS,
    /** What weights learnt for every trait say. */
    LOGISTIC,
    /** What each part's own weights say; for sets of parts only. */
    PARTS
}
