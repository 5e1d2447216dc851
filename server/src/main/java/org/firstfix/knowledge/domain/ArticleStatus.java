package org.firstfix.knowledge.domain;

/** Where an article stands; which step may follow which is decided by {@link Article}. */
public enum ArticleStatus {
    DRAFT,
    PUBLISHED,
    RETIRED
}
