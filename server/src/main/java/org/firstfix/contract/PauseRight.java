package org.firstfix.contract;

import java.time.Duration;

/**
 * That the clock may stand still for a reason.
 *
 * @param evidenceRequired whether somebody must write down what proves it
 * @param longestMinutes of one pause, in the working time of the contract's calendar; then it ends by itself
 */
public record PauseRight(PauseReason reason, boolean evidenceRequired, long longestMinutes) {
    public Duration longest() {
        return Duration.ofMinutes(longestMinutes);
    }
}
