package org.firstfix.diagnosis.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstfix.diagnosis.PartsForecast.ProbablePart;
import org.firstfix.diagnosis.domain.Expectation.Likely;
import org.junit.jupiter.api.Test;

class PartsARepairMayTakeTest {
    private static final Map<String, Set<String>> MENDS = Map.of("board.mainboard", Set.of("MAINBOARD"), "memory.damaged", Set.of("MEMORY"));
    private static final Map<String, String> KINDS = Map.of("R7-MAINBOARD", "MAINBOARD", "R7-MEMORY", "MEMORY", "ML-MEMORY", "MEMORY", "R7-FAN", "FAN");

    private static Likely likely(String cause, double probability) {
        return new Likely(cause, BigDecimal.valueOf(probability));
    }

    private static List<ProbablePart> of(List<Likely> causes, String... parts) {
        return PartsARepairMayTake.of(causes, List.of(parts), KINDS, MENDS);
    }

    @Test
    void aPartIsAsProbableAsTheCausesThatItMends() {
        List<ProbablePart> parts = of(List.of(likely("board.mainboard", 0.6), likely("memory.damaged", 0.3), likely("software.bios", 0.05)), "R7-MAINBOARD", "R7-MEMORY");
        assertThat(parts).extracting(ProbablePart::number).containsExactly("R7-MAINBOARD", "R7-MEMORY");
        assertThat(parts.get(0).probability()).isEqualTo(0.6);
        assertThat(parts.get(1).probability()).isEqualTo(0.3);
    }

    @Test
    void aPartThatNoCauseAsksForHasWhatTheCausesLeaveOpen() {
        List<ProbablePart> parts = of(List.of(likely("board.mainboard", 0.6)), "R7-MAINBOARD", "R7-FAN");
        assertThat(parts.get(1).probability()).isCloseTo(0.4, within(1e-9));
        assertThat(of(List.of(), "R7-FAN", "R7-MEMORY")).extracting(ProbablePart::probability).containsExactly(0.5, 0.5);
    }

    @Test
    void twoPartsOfOneKindAreNotBothNeededForOneCause() {
        List<ProbablePart> parts = of(List.of(likely("memory.damaged", 0.9)), "R7-MEMORY", "ML-MEMORY");
        assertThat(parts.stream().mapToDouble(ProbablePart::probability).sum()).isLessThanOrEqualTo(1);
        assertThat(parts.getFirst().probability()).isEqualTo(0.9);
    }

    @Test
    void whereNobodyNamedAPartNoneIsProbable() {
        assertThat(of(List.of(likely("board.mainboard", 0.6)))).isEmpty();
    }
}
