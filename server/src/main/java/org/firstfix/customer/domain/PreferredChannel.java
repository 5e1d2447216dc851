package org.firstfix.customer.domain;

/** How somebody likes to be reached. */
public enum PreferredChannel {
    PHONE, SMS, EMAIL, CHAT, PORTAL
}
