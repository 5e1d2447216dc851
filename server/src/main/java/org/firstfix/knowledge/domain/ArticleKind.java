package org.firstfix.knowledge.domain;

/** What an article is: something to read, or something to do step by step. */
public enum ArticleKind {
    ARTICLE,
    SCRIPT
}
