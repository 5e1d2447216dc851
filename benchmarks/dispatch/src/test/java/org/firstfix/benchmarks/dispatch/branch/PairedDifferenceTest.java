package org.firstfix.benchmarks.dispatch.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

    @Test
    void ofDaysThatDifferByTwoOnAverage() {
        // Differences 1, 2, 3: mean 2, standard deviation 1.
        PairedDifference difference = PairedDifference.of(new double[] {2, 4, 6}, new double[] {1, 2, 3});

        assertThat(difference.mean()).isEqualTo(2);
        assertThat(difference.halfWidth()).isEqualTo(1.96 / Math.sqrt(3), within(1e-12));
    }

    @Test
    void daysMustPair() {
        assertThatThrownBy(() -> PairedDifference.of(new double[1], new double[2])).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 and 2");
    }
}
