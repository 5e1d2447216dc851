package org.firstfix.integration.domain;

/** How far a file has come. */
public enum ImportStatus {
    /** The dry run reads every row and changes nothing. */
    CHECKING,
    CHECKED,
    RUNNING,
    DONE,
    /** It could not be carried through; nothing of it is half done, and it may be run again. */
    FAILED;

    public boolean mayBeRead() {
        return this == CHECKED || this == FAILED;
    }

    /** Running again takes in what is missing, since nothing is taken in twice. */
    public boolean mayRun() {
        return switch (this) {
            case CHECKED, DONE, FAILED -> true;
            case CHECKING, RUNNING -> false;
        };
    }
}
