package org.firstfix.notification.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address that may stand in a header: one address, no control characters, no lists, no comments. */
public record MailAddress(String value) {
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\\.[A-Za-z0-9-]{1,63})*");
    private static final int LONGEST = 254;

    public MailAddress {
        if (!isAddress(value)) {
            throw new IllegalArgumentException("'" + value + "' is no e-mail address.");
        }
    }

    /** Nothing if the text is no address: customers' records hold all sorts of things in that field. */
    public static Optional<MailAddress> find(String text) {
        String stripped = text.strip();
        return isAddress(stripped) ? Optional.of(new MailAddress(stripped)) : Optional.empty();
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
