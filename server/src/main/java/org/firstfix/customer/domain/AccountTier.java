package org.firstfix.customer.domain;

/** How much attention an account gets: by present value and growth potential. */
public enum AccountTier {
    VIP, IMPORTANT, ORDINARY, SMALL, PROSPECT
}
