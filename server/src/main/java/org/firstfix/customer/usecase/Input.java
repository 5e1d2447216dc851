package org.firstfix.customer.usecase;

import org.jspecify.annotations.Nullable;

/** Texts as people leave them in forms: with blanks around, or not at all. */
final class Input {
    private Input() {}

    static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    static @Nullable String optional(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
