package org.firstfix.dispatch.domain;

/**
 * A person has decided that the engineer of an appointment stays, or its time, or both. No plan changes it.
 *
 * @param reason why, in the words of who pinned it
 */
public record Pin(boolean engineer, boolean time, String reason, String by) {
    public Pin {
        if (!engineer && !time) {
            throw new IllegalArgumentException("A pin of nothing. Unpin instead.");
        }
    }
}
