package org.firstfix.reminder;

/** How somebody is reached; the webhook leads to an SMS or chat service of the house. */
public enum Channel {
    INBOX,
    MAIL,
    WEBHOOK
}
