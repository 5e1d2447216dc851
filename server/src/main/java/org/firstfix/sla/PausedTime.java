package org.firstfix.sla;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch in which the clock of a case did not run, as everybody may see it, the customer too.
 *
 * @param reason as in {@link org.firstfix.contract.PauseReason}; RESTORED between a repair and its reopening
 * @param until none while it lasts
 * @param evidence what proves it, in words
 * @param pausedBy who stopped the clock
 * @param workingSeconds of contract time that did not count, up to now
 * @param limitAt when it ends by itself, or would have
 * @param ranOut whether it ended so
 */
public record PausedTime(String reason, Instant from, Optional<Instant> until, String evidence, String pausedBy, long workingSeconds,
        Optional<Instant> limitAt, boolean ranOut) {}
