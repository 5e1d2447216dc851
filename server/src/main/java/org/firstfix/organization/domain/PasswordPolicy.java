package org.firstfix.organization.domain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.firstfix.platform.problem.Problem;

/** A password is long rather than complicated (NIST SP 800-63B): at least {@value #SHORTEST} characters, not the user's name. */
public final class PasswordPolicy {
    public static final int SHORTEST = 10;
    private static final int LONGEST_BYTES = 72;

    private PasswordPolicy() {}

    public static void passwordIsLongAndNotTheName(String userName, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw Problem.invalidField("password", "organization.password-too-short", Map.of("shortest", SHORTEST));
        }
        // bcrypt looks at the first 72 bytes only; accepting more would pretend they counted.
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Problem.invalidField("password", "organization.password-too-long", Map.of("longest", LONGEST_BYTES));
        }
        if (password.toLowerCase(Locale.ROOT).contains(userName)) {
            throw Problem.invalidField("password", "organization.password-contains-name", Map.of());
        }
    }
}
