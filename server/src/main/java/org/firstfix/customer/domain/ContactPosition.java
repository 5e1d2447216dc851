package org.firstfix.customer.domain;

/** What somebody is in the customer's organisation. */
public enum ContactPosition {
    OPERATOR, IT_MANAGER, CIO, FINANCE, PURCHASING, MANAGEMENT, OTHER
}
