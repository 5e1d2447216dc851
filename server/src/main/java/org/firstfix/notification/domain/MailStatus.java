package org.firstfix.notification.domain;

/** How far a mail has come. A mail that was given up may be sent again by hand. */
public enum MailStatus {
    WAITING,
    SENT,
    FAILED
}
