package org.firstfix.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.Importance;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Impact;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.contract.SpecialTarget;
import org.firstfix.contract.Targets;
import org.firstfix.platform.problem.Problem;
import org.junit.jupiter.api.Test;

/** Which target a fault gets, which special targets may be agreed, and what a contract year is. */
class TargetsTest {
    private static final Map<Priority, Map<Milestone, Duration>> USUAL = Map.of(Priority.P1, Map.of(Milestone.ON_SITE, minutes(240), Milestone.RESTORE, minutes(480)));
    private static final SpecialTarget CRITICAL = special(Optional.of(Importance.CRITICAL), Optional.empty(), 120);
    private static final SpecialTarget CRITICAL_AND_STOPPED = special(Optional.of(Importance.CRITICAL), Optional.of(Impact.STOPPED), 180);

    @Test
    void withoutAnythingSpecialThePriorityDecides() {
        assertThat(targets(List.of(), List.of()).of(Fault.of(Priority.P1))).containsEntry(Milestone.ON_SITE, minutes(240));
        assertThat(targets(List.of(), List.of()).of(Fault.of(Priority.P2))).isEmpty();
    }

    @Test
    void anImportantMachineHasItsOwnTargetAndOthersHaveNot() {
        Targets targets = targets(List.of(CRITICAL), List.of());
        assertThat(targets.of(fault(Importance.CRITICAL, Impact.DEGRADED))).containsEntry(Milestone.ON_SITE, minutes(120)).containsEntry(Milestone.RESTORE, minutes(480));
        assertThat(targets.of(fault(Importance.HIGH, Impact.DEGRADED))).containsEntry(Milestone.ON_SITE, minutes(240));
        assertThat(targets.of(Fault.of(Priority.P1))).containsEntry(Milestone.ON_SITE, minutes(240));
    }

    @Test
    void whatAsksForMoreStandsAboveWhatAsksForLess() {
        assertThat(targets(List.of(CRITICAL, CRITICAL_AND_STOPPED), List.of()).of(fault(Importance.CRITICAL, Impact.STOPPED)))
                .containsEntry(Milestone.ON_SITE, minutes(180));
    }

    @Test
    void amongEqualsTheShortestHolds() {
        SpecialTarget stopped = special(Optional.empty(), Optional.of(Impact.STOPPED), 90);
        assertThat(targets(List.of(CRITICAL, stopped), List.of()).of(fault(Importance.CRITICAL, Impact.STOPPED))).containsEntry(Milestone.ON_SITE, minutes(90));
    }

    @Test
    void theContractLineStandsAboveTheCoverageCode() {
        SpecialTarget ofLine = special(Optional.of(Importance.CRITICAL), Optional.empty(), 300);
        assertThat(targets(List.of(CRITICAL_AND_STOPPED), List.of(ofLine)).of(fault(Importance.CRITICAL, Impact.STOPPED))).containsEntry(Milestone.ON_SITE, minutes(300));
    }

    @Test
    void aSpecialTargetAsksForImportanceOrImpactAndIsSaidOnce() {
        assertThatThrownBy(() -> SpecialTargetRules.checked("t", List.of(special(Optional.empty(), Optional.empty(), 10)))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> SpecialTargetRules.checked("t", List.of(CRITICAL, special(Optional.of(Importance.CRITICAL), Optional.empty(), 60)))).isInstanceOf(Problem.class);
        assertThat(SpecialTargetRules.checked("t", List.of(CRITICAL, CRITICAL_AND_STOPPED))).hasSize(2);
    }

    @Test
    void aContractYearBeginsOnTheAnniversary() {
        LocalDate start = LocalDate.of(2024, 3, 15);
        assertThat(ContractYear.of(start, LocalDate.of(2026, 3, 14))).isEqualTo(new ContractYear(LocalDate.of(2025, 3, 15), LocalDate.of(2026, 3, 14)));
        assertThat(ContractYear.of(start, LocalDate.of(2026, 3, 15)).firstDay()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(ContractYear.of(start, LocalDate.of(2024, 3, 1)).firstDay()).isEqualTo(start);
    }

    @Test
    void everyDayLiesInOneContractYearAlsoOfALeapDay() {
        LocalDate start = LocalDate.of(2024, 2, 29);
        for (LocalDate day = start; day.isBefore(start.plusYears(9)); day = day.plusDays(1)) {
            ContractYear year = ContractYear.of(start, day);
            assertThat(day).isBetween(year.firstDay(), year.lastDay());
        }
    }

    private static Targets targets(List<SpecialTarget> ofCoverage, List<SpecialTarget> ofLine) {
        return new Targets(USUAL, ofCoverage, ofLine);
    }

    private static Fault fault(Importance importance, Impact impact) {
        return new Fault(Priority.P1, Optional.of(importance), Optional.of(impact));
    }

    private static SpecialTarget special(Optional<Importance> importance, Optional<Impact> impact, long minutes) {
        return new SpecialTarget(Milestone.ON_SITE, Optional.empty(), importance, impact, minutes);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
