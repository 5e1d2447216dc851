package org.firstfix.notification.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.notification.domain.MailAddress;
import org.firstfix.notification.domain.MailStatus;
import org.firstfix.notification.domain.OutgoingMail;
import org.firstfix.notification.domain.Values;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class WriteMailTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MORNING = Instant.parse("2026-11-23T01:30:00Z");

    private final Texts texts = new Texts();
    private final WriteMail writer = new WriteMail(new Wording(texts),
            new MailRoute(new JavaMailSenderImpl(), "", "service@firstfix.test", "Firstfix", ""));

    @Test
    void saysTheVisitInTheZoneOfTheSiteInBothLanguages() {
        Values values = new Values().with("case", "C-2026-001001").with("engineer", "李强")
                .fact("when", Values.period(MORNING, MORNING.plusSeconds(7200), SHANGHAI));
        assertThat(writer.write(mail(Language.CHINESE, "appointment-booked", values)).text())
                .contains("李强 将于以下时间上门").contains("2026年11月23日").contains("09:30–11:30").contains("中国");
        assertThat(writer.write(mail(Language.ENGLISH, "appointment-booked", values)).text())
                .contains("李强 will be with you").contains("Nov 23, 2026").contains("09:30–11:30").contains("China");
    }

    @Test
    void aPeriodOverMidnightNamesBothDays() {
        Values values = new Values().with("case", "C").with("engineer", "L")
                .fact("when", Values.period(Instant.parse("2026-11-23T15:00:00Z"), Instant.parse("2026-11-23T17:00:00Z"), SHANGHAI));
        assertThat(writer.write(mail(Language.CHINESE, "appointment-booked", values)).text())
                .contains("11月23日").contains("11月24日");
    }

    @Test
    void markupAndLineBreaksInACustomersWordsStayWords() {
        Values values = new Values().with("case", "C-1\r\nBcc: all@example.org").with("text", "<script>alert(1)</script>\nsecond line & more");
        WriteMail.WrittenMail written = writer.write(mail(Language.ENGLISH, "progress-message", values));
        assertThat(written.subject()).doesNotContain("\r").doesNotContain("\n").contains("C-1 Bcc: all@example.org");
        assertThat(written.html()).doesNotContain("<script>").contains("&lt;script&gt;").contains("<br>second line &amp; more");
        assertThat(written.text()).contains("<script>alert(1)</script>");
    }

    @Test
    void everyTextOfEveryMailAndMessageFindsItsValues() {
        // What a template asks for and nobody gives would show as {name}.
        Set<String> known = Set.of("case", "subject", "priority", "account", "place", "promised", "engineer", "workOrder",
                "signedBy", "text", "visit", "due", "appointment", "when", "reason", "milestone", "minutes", "name",
                "house", "reference", "to", "number", "title", "responsible", "level", "since", "what", "earlier", "days");
        Set<String> asked = new TreeSet<>();
        texts.patterns(Language.ENGLISH).forEach((key, pattern) -> {
            if (key.startsWith("notification.")) {
                Pattern.compile("\\{(\\w+)[,}]").matcher(pattern).results().forEach(match -> asked.add(match.group(1)));
            }
        });
        assertThat(known).containsAll(asked);
    }

    private static OutgoingMail mail(Language language, String template, Values values) {
        return new OutgoingMail(UUID.randomUUID(), "once", new MailAddress("a@b.test"), "王芳", language, template, values.asMap(),
                MailStatus.WAITING, MORNING, Optional.empty(), 0, 0, "", Optional.of(new AccountId(UUID.randomUUID())),
                Optional.of(new ContactId(UUID.randomUUID())), "C-2026-001001", List.of(), new OrgPath("house"));
    }
}
