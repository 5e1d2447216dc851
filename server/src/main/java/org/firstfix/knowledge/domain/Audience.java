package org.firstfix.knowledge.domain;

/** For whom an article is written. */
public enum Audience {
    /** People of the house alone. */
    STAFF,
    /** Customers without an account as well: nothing of the house stands in it. */
    CUSTOMER
}
