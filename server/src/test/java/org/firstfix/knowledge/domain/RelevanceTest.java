package org.firstfix.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.knowledge.domain.Relevance.Asked;
import org.junit.jupiter.api.Test;

class RelevanceTest {
    private static final Asked ASKED = new Asked("报内存错误", Optional.of("memory.error"), Optional.of("x3650"), Optional.of("7979"),
            Map.of("memory.damaged", 0.7, "connection.slot", 0.2));

    @Test
    void everyAgreementCountsAndIsSaid() {
        Relevance all = of(new About(List.of("x3650"), List.of("7979"), List.of("memory.error"), List.of("memory.damaged", "connection.slot")), .5);
        assertThat(all.because()).isEqualTo(new Relevance.Because(List.of("内存"), Optional.of("memory.error"), Optional.of("7979"),
                Optional.of("memory.damaged"), false));
        assertThat(all.score()).isGreaterThan(of(new About(List.of("x3650"), List.of(), List.of("memory.error"), List.of()), .5).score());
        assertThat(of(new About(List.of(), List.of(), List.of("memory.error"), List.of()), .5).score())
                .isGreaterThan(of(About.NOTHING, .5).score());
    }

    @Test
    void aLikelyCauseIsAReasonAndTheLikeliestIsTold() {
        Relevance cause = of(new About(List.of(), List.of(), List.of(), List.of("connection.slot", "memory.damaged")), 0);
        assertThat(cause.because().cause()).contains("memory.damaged");
        assertThat(cause.isWorthShowing()).isTrue();
    }

    @Test
    void machinesOfAnotherKindComeLastAndItIsSaid() {
        Relevance other = of(new About(List.of("DS3400"), List.of(), List.of("memory.error"), List.of()), .5);
        assertThat(other.because().otherMachine()).isTrue();
        assertThat(other.score()).isLessThan(of(About.NOTHING, .5).score());
        Asked noMachine = new Asked("报内存错误", Optional.of("memory.error"), Optional.empty(), Optional.empty(), Map.of());
        assertThat(Relevance.of(noMachine, new About(List.of("DS3400"), List.of(), List.of(), List.of()), .5, List.of("内存")).because().otherMachine())
                .isFalse();
    }

    @Test
    void wordsSayLessInAnArticleAboutAnotherSymptom() {
        About another = new About(List.of(), List.of(), List.of("cooling.fan-noise"), List.of());
        assertThat(of(another, .15).isWorthShowing()).isFalse();
        assertThat(of(About.NOTHING, .15).isWorthShowing()).isTrue();
        Asked noSymptom = new Asked("报内存错误", Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
        assertThat(Relevance.of(noSymptom, another, .15, List.of("内存")).isWorthShowing()).isTrue();
    }

    @Test
    void theMachineAloneIsNoReason() {
        assertThat(Relevance.of(ASKED, new About(List.of("x3650"), List.of("7979"), List.of(), List.of()), 0, List.of()).isWorthShowing()).isFalse();
        assertThat(Relevance.of(ASKED, About.NOTHING, .02, List.of("存")).isWorthShowing()).isFalse();
        assertThat(of(About.NOTHING, .4).isWorthShowing()).isTrue();
    }

    private static Relevance of(About about, double likeness) {
        return Relevance.of(ASKED, about, likeness, List.of("内存"));
    }
}
