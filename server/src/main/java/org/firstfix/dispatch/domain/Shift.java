package org.firstfix.dispatch.domain;

import java.util.UUID;

/** When an engineer works. */
public record Shift(UUID id, Period period, Kind kind) {
    public enum Kind {
        NORMAL,
        STANDBY,
        OVERTIME
    }
}
