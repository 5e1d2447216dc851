package org.firstfix.worktime;

/** A deadline cannot be found because the calendar has no open time for more than 400 days. */
public final class NoOpenTimeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoOpenTimeException(String message) {
        super(message);
    }
}
