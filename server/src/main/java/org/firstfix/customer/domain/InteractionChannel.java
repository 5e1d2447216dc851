package org.firstfix.customer.domain;

/** How we were in touch. */
public enum InteractionChannel {
    PHONE, PORTAL, EMAIL, CHAT, VISIT, MEETING, OTHER
}
