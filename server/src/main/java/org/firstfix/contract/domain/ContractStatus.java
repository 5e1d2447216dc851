package org.firstfix.contract.domain;

import java.util.EnumSet;
import java.util.Set;

/** The life of a contract. An ended one is never opened again: its successor is a new contract. */
public enum ContractStatus {
    DRAFT,
    ACTIVE,
    SUSPENDED,
    ENDED;

    /** What may be done with a contract. */
    public enum Action {
        AMEND,
        ACTIVATE,
        SUSPEND,
        RESUME,
        END
    }

    public Set<Action> actions() {
        return switch (this) {
            case DRAFT -> EnumSet.of(Action.AMEND, Action.ACTIVATE, Action.END);
            case ACTIVE -> EnumSet.of(Action.AMEND, Action.SUSPEND, Action.END);
            case SUSPENDED -> EnumSet.of(Action.AMEND, Action.RESUME, Action.END);
            case ENDED -> EnumSet.noneOf(Action.class);
        };
    }

    public boolean allows(Action action) {
        return actions().contains(action);
    }
}
