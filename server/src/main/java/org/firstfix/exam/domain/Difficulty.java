package org.firstfix.exam.domain;

/** As its author sees it; how hard it turned out to be is counted. */
public enum Difficulty {
    EASY,
    MEDIUM,
    HARD
}
