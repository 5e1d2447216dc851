package org.firstfix.sla.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.firstfix.contract.PauseReason;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.junit.jupiter.api.Test;

class PauseRuleTest {
    private static final PauseRight PROVED = new PauseRight(PauseReason.CUSTOMER_NOT_READY, true, 60);
    private static final PauseRight TRUSTED = new PauseRight(PauseReason.NOT_ON_SITE, false, 60);
    private static final PauseRights GRANTED = new PauseRights(List.of(PROVED, TRUSTED));

    @Test
    void aReasonThatTheContractNamesPermits() {
        assertThat(PauseRule.permitting(GRANTED, "CUSTOMER_NOT_READY")).contains(PROVED);
    }

    @Test
    void aReasonThatItDoesNotNameOrThatNobodyKnowsPermitsNothing() {
        assertThat(PauseRule.permitting(GRANTED, "CUSTOMER_REFUSED")).isEmpty();
        assertThat(PauseRule.permitting(GRANTED, "we are busy")).isEmpty();
        assertThat(PauseRule.permitting(PauseRights.NONE, "CUSTOMER_NOT_READY")).isEmpty();
    }

    @Test
    void evidenceIsLackingWhereItIsRequiredAndBlank() {
        assertThat(PauseRule.lacksEvidence(PROVED, "  ")).isTrue();
        assertThat(PauseRule.rightFor(GRANTED, "CUSTOMER_NOT_READY", "")).isEmpty();
    }

    @Test
    void evidenceIsNotLackingWhereItIsGivenOrNotRequired() {
        assertThat(PauseRule.lacksEvidence(PROVED, "王伟来电")).isFalse();
        assertThat(PauseRule.lacksEvidence(TRUSTED, "")).isFalse();
        assertThat(PauseRule.rightFor(GRANTED, "NOT_ON_SITE", "")).contains(TRUSTED);
    }

    @Test
    void theRefusalSaysWhichOfBothItIs() {
        assertThat(PauseRule.refusal(GRANTED, "C-1", "5x9", "CUSTOMER_NOT_READY").fields().getFirst().code()).isEqualTo("sla.pause-without-evidence");
        var refusal = PauseRule.refusal(GRANTED, "C-1", "5x9", "CUSTOMER_REFUSED");
        assertThat(refusal.code()).isEqualTo("sla.pause-not-permitted");
        assertThat(refusal.values()).containsEntry("reason", "CUSTOMER_REFUSED").containsEntry("coverage", "5x9")
                .containsEntry("permitted", "CUSTOMER_NOT_READY NOT_ON_SITE");
    }
}
