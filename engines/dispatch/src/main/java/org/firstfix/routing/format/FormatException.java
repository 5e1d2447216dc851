package org.firstfix.routing.format;

/** A file is not what it should be. The message says which line and value, and what was expected. */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FormatException(String message) {
        super(message);
    }
}
