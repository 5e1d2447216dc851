package org.firstfix.routing.plan;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What contributions say to people, in English and in simplified Chinese. */
public final class RuleTexts {
    private final Properties texts = new Properties();
    private final Locale locale;

    /** @param locale Chinese for Chinese texts, any other for English */
    public RuleTexts(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        String file = chinese ? "texts_zh_CN.properties" : "texts_en.properties";
        try (Reader reader = new InputStreamReader(Objects.requireNonNull(RuleTexts.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line for one contribution. */
    public String line(Contribution contribution) {
        String pattern = texts.getProperty(contribution.rule());
        if (pattern == null) {
            return contribution.rule() + ": " + contribution.amount();
        }
        return new MessageFormat(pattern, locale).format(new Object[] {spoken(contribution)});
    }

    private String spoken(Contribution contribution) {
        return switch (contribution.rule()) {
            case "customer-window", "earliest-start", "shift-end", "linked-time", "break", "legal-rest", "maximum-driving", "maximum-travel" -> "%d:%02d h".formatted(Math.ceilDiv(contribution.amount(), 60) / 60,
                    Math.ceilDiv(contribution.amount(), 60) % 60);
            default -> contribution.level() == Level.HARD ? Long.toString(contribution.amount())
                    : String.format(locale, "%.2f", contribution.amount() / 100.0);
        };
    }
}
