package org.firstfix.diagnosis;

import java.util.Locale;

/** What the house keeps of its knowledge about faults, beside the symptoms (module {@code cases}). */
public enum TreeKind {
    CAUSE,
    REMEDY,
    FAULT_LINE,
    CHECK;

    /** As errors and the journal call it: {@code fault-line}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
