package org.firstfix.knowledge.domain;

/** What somebody did with an article on a case. */
public enum ArticleUse {
    OPENED,
    /** Said to be the one that fits. */
    LINKED,
    UNLINKED,
    FOLLOWED
}
