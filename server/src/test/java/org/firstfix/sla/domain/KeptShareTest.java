package org.firstfix.sla.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class KeptShareTest {
    @Test
    void oneBrokenPromiseIsNeverAHundredPercent() {
        assertThat(new KeptShare(9999, 1).percent()).contains(new BigDecimal("99.9"));
        assertThat(new KeptShare(1, 2).percent()).contains(new BigDecimal("33.3"));
    }

    @Test
    void allKeptIsAHundredAndNoneIsZero() {
        assertThat(new KeptShare(3, 0).percent()).contains(new BigDecimal("100.0"));
        assertThat(new KeptShare(0, 3).percent()).contains(new BigDecimal("0.0"));
    }

    @Test
    void nothingDecidedIsNoShare() {
        assertThat(new KeptShare(0, 0).percent()).isEmpty();
    }
}
