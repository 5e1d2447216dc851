package org.firstfix.notification.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstfix.notification.domain.OutgoingMail;
import org.firstfix.platform.text.Language;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Puts a mail into words: a subject, a plain text and the same as a calm page. */
@Component
public class WriteMail {
    private final Wording wording;
    private final MailRoute route;

    WriteMail(Wording wording, MailRoute route) {
        this.wording = wording;
        this.route = route;
    }

    public record WrittenMail(String subject, String text, String html) {}

    public WrittenMail write(OutgoingMail mail) {
        Language language = mail.language();
        Map<String, Object> values = mail.values();
        String key = "notification.mail." + mail.template();
        String heading = wording.text(language, key + ".heading", values);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(wording.text(language, "notification.mail.greeting", Map.of("name", mail.toName())));
        paragraphs.addAll(List.of(wording.text(language, key + ".body", values).split("\n\n")));
        List<Wording.Fact> facts = wording.facts(language, values);
        String footer = wording.text(language, mail.accountId().isPresent() ? "notification.mail.footer" : "notification.mail.footer-house",
                Map.of("house", route.fromName(), "reference", mail.reference()));
        return new WrittenMail(subject(mail), text(heading, paragraphs, facts, footer),
                html(language, heading, paragraphs, facts, footer));
    }

    public String subject(OutgoingMail mail) {
        return subject(mail.language(), mail.template(), mail.values());
    }

    public String subject(Language language, String template, Map<String, Object> values) {
        // A subject is one line, whatever a customer's name or an engineer's note contains.
        return wording.text(language, "notification.mail." + template + ".subject", values).replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }

    private static String text(String heading, List<String> paragraphs, List<Wording.Fact> facts, String footer) {
        StringBuilder text = new StringBuilder(heading).append("\n\n").append(String.join("\n\n", paragraphs)).append("\n\n");
        facts.forEach(fact -> text.append(fact.label()).append(": ").append(fact.value()).append('\n'));
        return text.append("\n-- \n").append(footer).append('\n').toString();
    }

    private static String html(Language language, String heading, List<String> paragraphs, List<Wording.Fact> facts,
            String footer) {
        StringBuilder body = new StringBuilder();
        paragraphs.forEach(paragraph -> body.append(PARAGRAPH.formatted(lines(paragraph))));
        if (!facts.isEmpty()) {
            StringBuilder rows = new StringBuilder();
            facts.forEach(fact -> rows.append(ROW.formatted(escape(fact.label()), lines(fact.value()))));
            body.append(TABLE.formatted(rows));
        }
        return PAGE.formatted(language.tag(), escape(heading), escape(heading), body, lines(footer));
    }

    private static String lines(String text) {
        return escape(text).replace("\n", "<br>");
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    // Mail programs know little: tables, styles on the element, no images, and a look that also stands in dark mode.
    private static final String PAGE = """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>%s</title></head>
            <body style="margin:0;padding:0;background:#f5f6f8;">
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="background:#f5f6f8;"><tr><td align="center" style="padding:24px 12px;">
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border:1px solid #e6e9ee;border-radius:8px;border-top:4px solid #175cd3;font-family:-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',Arial,sans-serif;color:#1b2130;">
            <tr><td style="padding:28px 32px 4px;"><h1 style="margin:0 0 16px;font-size:20px;line-height:1.4;font-weight:600;color:#1b2130;">%s</h1>
            %s</td></tr>
            <tr><td style="padding:16px 32px 24px;border-top:1px solid #e6e9ee;font-size:12px;line-height:1.6;color:#667085;">%s</td></tr>
            </table></td></tr></table></body></html>
            """;
    private static final String PARAGRAPH =
            "<p style=\"margin:0 0 14px;font-size:15px;line-height:1.65;color:#1b2130;\">%s</p>\n";
    private static final String TABLE = """
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="margin:6px 0 20px;border-collapse:collapse;">
            %s</table>
            """;
    private static final String ROW = """
            <tr><td valign="top" style="padding:8px 16px 8px 0;border-bottom:1px solid #e6e9ee;font-size:13px;line-height:1.5;color:#667085;white-space:nowrap;">%s</td>\
            <td valign="top" style="padding:8px 0;border-bottom:1px solid #e6e9ee;font-size:15px;line-height:1.5;color:#1b2130;">%s</td></tr>
            """;
}
