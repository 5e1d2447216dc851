package org.firstfix.customer.domain;

/** Where a promise stands. Overdue is no status: it is an open promise whose time has passed. */
public enum PromiseStatus {
    OPEN, KEPT, BROKEN, WITHDRAWN;

    /** What may follow. A settled promise stays as it was settled. */
    public boolean mayBecome(PromiseStatus next) {
        return switch (this) {
            case OPEN -> next != OPEN;
            case KEPT, BROKEN, WITHDRAWN -> false;
        };
    }

    /** Whoever did not keep a promise says why. */
    public boolean needsANote() {
        return this == BROKEN || this == WITHDRAWN;
    }
}
