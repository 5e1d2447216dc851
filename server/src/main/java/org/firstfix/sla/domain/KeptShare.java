package org.firstfix.sla.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The share of promises that were kept, of those that are decided: reached in time, or not. */
public record KeptShare(long kept, long missed) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * In percent with one digit, 0 to 100; nothing while nothing is decided. Rounded down: one broken promise in ten thousand is
     * not a hundred percent.
     */
    public Optional<BigDecimal> percent() {
        long decided = kept + missed;
        return decided == 0 ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(kept).multiply(HUNDRED).divide(BigDecimal.valueOf(decided), 1, RoundingMode.DOWN));
    }
}
