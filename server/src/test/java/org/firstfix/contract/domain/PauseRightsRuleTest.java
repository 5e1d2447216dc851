package org.firstfix.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.firstfix.contract.PauseReason;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.domain.PauseRightsRule.Source;
import org.firstfix.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class PauseRightsRuleTest {
    private static final PauseRights OF_CONTRACT = new PauseRights(List.of(new PauseRight(PauseReason.CUSTOMER_NOT_READY, true, 60)));
    private static final PauseRights OF_COVERAGE = new PauseRights(List.of(new PauseRight(PauseReason.NOT_ON_SITE, false, 90)));

    @Test
    void whatTheContractSaysComesBeforeItsCoverageCode() {
        var granted = PauseRightsRule.mostSpecific(Optional.of(OF_CONTRACT), Optional.of(OF_COVERAGE));
        assertThat(granted.source()).isEqualTo(Source.CONTRACT);
        assertThat(granted.rights()).isEqualTo(OF_CONTRACT);
    }

    @Test
    void aContractThatSaysNothingFollowsItsCoverageCode() {
        var granted = PauseRightsRule.mostSpecific(Optional.empty(), Optional.of(OF_COVERAGE));
        assertThat(granted.source()).isEqualTo(Source.COVERAGE);
        assertThat(granted.rights()).isEqualTo(OF_COVERAGE);
    }

    @Test
    void whereNobodySaysAnythingTheHouseDecides() {
        var granted = PauseRightsRule.mostSpecific(Optional.empty(), Optional.empty());
        assertThat(granted.source()).isEqualTo(Source.HOUSE);
        assertThat(granted.rights().rights()).hasSize(PauseReason.values().length).allMatch(PauseRight::evidenceRequired);
    }

    @Test
    void aContractThatPermitsNoReasonHasSaidSo() {
        assertThat(PauseRightsRule.mostSpecific(Optional.of(PauseRights.NONE), Optional.of(OF_COVERAGE)).rights()).isEqualTo(PauseRights.NONE);
    }

    @Test
    void eachReasonIsListedOnceAndInTheSameOrder() {
        PauseRight late = new PauseRight(PauseReason.NOT_ON_SITE, true, 60);
        PauseRight early = new PauseRight(PauseReason.WAITING_FOR_CUSTOMER, true, 60);
        assertThat(PauseRightsRule.checked("rights", List.of(late, early)).rights()).containsExactly(early, late);
    }

    @Test
    void aReasonListedTwiceIsRefused() {
        PauseRight right = new PauseRight(PauseReason.NOT_ON_SITE, true, 60);
        assertRefused("contract.pause-reason-twice", right, new PauseRight(PauseReason.NOT_ON_SITE, false, 90));
    }

    @Test
    void onePauseLastsAMinuteToAYear() {
        assertThat(PauseRightsRule.checked("rights", List.of(new PauseRight(PauseReason.NOT_ON_SITE, true, 1))).rights()).hasSize(1);
        assertThat(PauseRightsRule.checked("rights", List.of(new PauseRight(PauseReason.NOT_ON_SITE, true, 527_040))).rights()).hasSize(1);
    }

    @Test
    void aPauseWithoutLengthOrWithoutEndIsRefused() {
        assertRefused("contract.pause-too-long", new PauseRight(PauseReason.NOT_ON_SITE, true, 0));
        assertRefused("contract.pause-too-long", new PauseRight(PauseReason.NOT_ON_SITE, true, 527_041));
    }

    private static void assertRefused(String code, PauseRight... rights) {
        assertThatThrownBy(() -> PauseRightsRule.checked("rights", List.of(rights))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.fields().getFirst().code()).isEqualTo(code);
            assertThat(problem.fields().getFirst().field()).isEqualTo("rights.NOT_ON_SITE");
        });
    }
}
