package org.firstfix.contract;

import java.util.Arrays;
import java.util.Optional;

/** Why a clock may stand still: always something that lies with the customer. */
public enum PauseReason {
    /** An answer, a log, a decision of the customer is missing. */
    WAITING_FOR_CUSTOMER,
    /** The machine or the room cannot be worked on yet. */
    CUSTOMER_NOT_READY,
    /** The customer sent the engineer away. */
    CUSTOMER_REFUSED,
    /** Nobody was there to let the engineer in. */
    NOT_ON_SITE,
    /** The customer grants the machine only in a window of his own. */
    MAINTENANCE_WINDOW;

    public static Optional<PauseReason> find(String name) {
        return Arrays.stream(values()).filter(reason -> reason.name().equals(name)).findFirst();
    }
}
