package org.firstfix.customer.domain;

/** Who came to whom: the customer to us, or we to the customer. */
public enum Direction {
    INBOUND, OUTBOUND
}
