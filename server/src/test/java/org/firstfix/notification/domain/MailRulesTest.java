package org.firstfix.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void triesSevenTimesMoreWithGrowingPausesAndThenGivesUp() {
        Instant before = NOON;
        for (int attempt = 1; attempt <= 7; attempt++) {
            Instant next = MailRetries.nextAttempt(attempt, NOON).orElseThrow();
            assertThat(next).isAfter(before);
            before = next;
        }
        assertThat(MailRetries.nextAttempt(8, NOON)).isEmpty();
    }

    @Test
    void sendsWhatIsADayOldAndNothingOlder() {
        assertThat(MailRetries.isTooOldToSend(NOON.minus(Duration.ofHours(24)), NOON)).isFalse();
        assertThat(MailRetries.isTooOldToSend(NOON.minus(Duration.ofHours(24)).minusMillis(1), NOON)).isTrue();
    }

    @Test
    void theSameOccasionHasTheSameMessageIdAndADeliberateRepetitionAnother() {
        String first = MessageId.of("case-received:1", 0, "firstfix.test");
        assertThat(first).isEqualTo(MessageId.of("case-received:1", 0, "firstfix.test")).matches("<[0-9a-f]{40}@firstfix\\.test>");
        assertThat(MessageId.of("case-received:1", 1, "firstfix.test")).isNotEqualTo(first);
        assertThat(MessageId.of("case-received:2", 0, "firstfix.test")).isNotEqualTo(first);
    }

    @Test
    void takesOneAddressAndNothingElse() {
        assertThat(MailAddress.find(" wang.fang@bank.example ")).map(MailAddress::value).contains("wang.fang@bank.example");
        assertThat(MailAddress.find("a@localhost")).isPresent();
        for (String wrong : new String[] {"", "none", "a@b, c@d", "a@b\r\nBcc: all@example.org", "Wang <a@b>", "a@b c", "a b@c",
                "@b", "a@", "a@-b", "x".repeat(65) + "@b.cn", "a@" + "b".repeat(260)}) {
            assertThat(MailAddress.find(wrong)).as(wrong).isEmpty();
        }
    }
}
