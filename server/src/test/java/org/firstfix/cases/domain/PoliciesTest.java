package org.firstfix.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.Importance;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Impact;
import org.firstfix.contract.Priority;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"STOPPED,HIGH,P1", "STOPPED,MEDIUM,P2", "STOPPED,LOW,P2", "DEGRADED,HIGH,P2", "DEGRADED,MEDIUM,P3", "DEGRADED,LOW,P3",
            "REDUNDANCY_LOST,HIGH,P2", "REDUNDANCY_LOST,MEDIUM,P3", "REDUNDANCY_LOST,LOW,P4", "NONE,HIGH,P3", "NONE,MEDIUM,P4", "NONE,LOW,P4"})
    void priorityFollowsFromImpactAndUrgency(Impact impact, Urgency urgency, Priority expected) {
        assertThat(PriorityFromImpactAndUrgency.of(impact, urgency, Optional.of(Importance.NORMAL))).isEqualTo(expected);
    }

    @Test
    void aCriticalMachineRaisesIt() {
        assertThat(PriorityFromImpactAndUrgency.of(Impact.DEGRADED, Urgency.MEDIUM, Optional.of(Importance.CRITICAL))).isEqualTo(Priority.P2);
        assertThat(PriorityFromImpactAndUrgency.of(Impact.STOPPED, Urgency.HIGH, Optional.of(Importance.CRITICAL))).isEqualTo(Priority.P1);
    }

    @Test
    void nothingElseRaisesIt() {
        assertThat(PriorityFromImpactAndUrgency.of(Impact.DEGRADED, Urgency.MEDIUM, Optional.of(Importance.HIGH))).isEqualTo(Priority.P3);
        assertThat(PriorityFromImpactAndUrgency.of(Impact.DEGRADED, Urgency.MEDIUM, Optional.empty())).isEqualTo(Priority.P3);
        assertThat(PriorityFromImpactAndUrgency.of(Impact.NONE, Urgency.MEDIUM, Optional.of(Importance.CRITICAL))).isEqualTo(Priority.P4);
    }

    @Test
    void anIntervalWithoutAMessageIsAnnouncedOnce() {
        CriticalWatch watch = watch(30);
        assertThat(watch.alarm(NOON.plus(Duration.ofMinutes(29)))).isFalse();
        assertThat(watch.alarm(NOON.plus(Duration.ofMinutes(30)))).isTrue();
        assertThat(watch.alarm(NOON.plus(Duration.ofMinutes(31)))).isFalse();
        assertThat(watch.alarm(NOON.plus(Duration.ofMinutes(60)))).isTrue();
        assertThat(watch.alarm(NOON.plus(Duration.ofMinutes(89)))).isFalse();
        assertThat(watch.alarm(NOON.plus(Duration.ofMinutes(300)))).isTrue();
        assertThat(watch.nextAlarmAt()).contains(NOON.plus(Duration.ofMinutes(330)));
    }

    @Test
    void aMessageIsLateOnlyAfterItsTime() {
        CriticalWatch watch = watch(30);
        assertThat(watch.messageSent(NOON.plus(Duration.ofMinutes(30)))).isFalse();
        assertThat(watch.nextMessageAt()).contains(NOON.plus(Duration.ofMinutes(60)));
        assertThat(watch.messageSent(NOON.plus(Duration.ofMinutes(61)))).isTrue();
        assertThat(watch.alarm(NOON.plus(Duration.ofMinutes(90)))).isFalse();
        watch.finish(new CriticalWatch.End(NOON.plus(Duration.ofMinutes(70)), "经理", "报告"));
        assertThat(watch.alarm(NOON.plus(Duration.ofMinutes(900)))).isFalse();
    }

    @Test
    void aCallIsAnsweredByOne() {
        PhoneCall call = PhoneCall.ringing(new PhoneCall.Ring(UUID.randomUUID(), "x", "138", "138", "", NOON, new OrgPath("house")));
        UserId first = new UserId(UUID.randomUUID());
        call.answerBy(new PhoneCall.Answer(Optional.of(first), "甲", NOON));
        call.answerBy(new PhoneCall.Answer(Optional.of(first), "甲", NOON.plusSeconds(1)));
        assertThat(call.answer()).map(PhoneCall.Answer::at).contains(NOON);
        assertThatThrownBy(() ->
                call.answerBy(new PhoneCall.Answer(Optional.of(new UserId(UUID.randomUUID())), "乙", NOON))).isInstanceOf(Problem.class);
        assertThat(call.ended(NOON.plusSeconds(60))).isTrue();
        assertThat(call.ended(NOON.plusSeconds(61))).isFalse();
        assertThat(call.status()).isEqualTo(PhoneCall.Status.ENDED);
    }

    @Test
    void aCallThatNobodyTookIsMissed() {
        PhoneCall call = PhoneCall.ringing(new PhoneCall.Ring(UUID.randomUUID(), "x", "138", "138", "", NOON, new OrgPath("house")));
        call.ended(NOON.plusSeconds(60));
        assertThat(call.status()).isEqualTo(PhoneCall.Status.MISSED);
    }

    private static CriticalWatch watch(int minutes) {
        return CriticalWatch.started(new CriticalWatch.Start(UUID.randomUUID(), new CaseId(UUID.randomUUID()), "客户不满", Duration.ofMinutes(minutes),
                NOON, "经理", new OrgPath("house")));
    }
}
