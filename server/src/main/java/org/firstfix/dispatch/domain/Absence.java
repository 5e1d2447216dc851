package org.firstfix.dispatch.domain;

import java.util.UUID;

/** When an engineer does not come, whatever the shift says. */
public record Absence(UUID id, Period period, Reason reason, String note) {
    public enum Reason {
        LEAVE,
        ILLNESS,
        TRAINING,
        OTHER
    }
}
