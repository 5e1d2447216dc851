package org.firstfix.contract.domain;

/** What a contract line covers, the most specific first: the order in which lines win over each other. */
public enum LineScope {
    /** One machine, whoever holds the contract. */
    ASSET,
    /** Every machine of one site. */
    SITE,
    /** Every machine of one product family of the account and its subsidiaries. */
    FAMILY,
    /** Everything of the account and its subsidiaries. */
    ACCOUNT
}
