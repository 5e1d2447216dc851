package org.firstfix.platform.identity;

import static org.firstfix.schema.platform.Tables.SIGN_IN_ATTEMPT;
import static org.jooq.impl.DSL.max;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password. After {@value #FAILURES_PER_USER} failures for a name, or {@value #FAILURES_PER_ADDRESS}
 * from an address, within a quarter of an hour no attempt is looked at. An unknown name costs as much time as a known one.
 */
@Component
class SignIn {
    private static final int FAILURES_PER_USER = 8;
    private static final int FAILURES_PER_ADDRESS = 60;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final UserDirectory users;
    private final PasswordEncoder passwords;
    private final DSLContext database;
    private final Clock clock;
    private final String hashOfNobody;

    SignIn(UserDirectory users, PasswordEncoder passwords, DSLContext database, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.database = database;
        this.clock = clock;
        this.hashOfNobody = passwords.encode("nobody has this password");
    }

    UserId check(String userName, String password, String address) {
        String name = userName.strip().toLowerCase(Locale.ROOT);
        refuseWhenThrottled(name, address);
        Optional<UserDirectory.Credentials> credentials = users.credentialsOf(name);
        String hash = credentials.map(UserDirectory.Credentials::passwordHash).orElse(hashOfNobody);
        boolean right = passwords.matches(password, hash) && credentials.map(UserDirectory.Credentials::active).orElse(false);
        database.insertInto(SIGN_IN_ATTEMPT).values(name, address, clock.instant(), right).execute();
        if (!right) {
            throw Problem.of(401, "platform.sign-in-refused", Map.of());
        }
        return credentials.orElseThrow().userId();
    }

    private void refuseWhenThrottled(String name, String address) {
        Instant since = clock.instant().minus(WINDOW);
        Instant lastSuccess = database.select(max(SIGN_IN_ATTEMPT.AT)).from(SIGN_IN_ATTEMPT)
                .where(SIGN_IN_ATTEMPT.USER_NAME.eq(name), SIGN_IN_ATTEMPT.SUCCESSFUL.isTrue(), SIGN_IN_ATTEMPT.AT.gt(since))
                .fetchSingle().value1();
        Instant from = lastSuccess == null ? since : lastSuccess;
        int byName = failures(SIGN_IN_ATTEMPT.USER_NAME.eq(name), from);
        int byAddress = failures(SIGN_IN_ATTEMPT.ADDRESS.eq(address), since);
        if (byName >= FAILURES_PER_USER || byAddress >= FAILURES_PER_ADDRESS) {
            throw Problem.of(429, "platform.sign-in-throttled", Map.of("minutes", WINDOW.toMinutes()));
        }
    }

    private int failures(Condition whose, Instant since) {
        return database.fetchCount(database.selectOne().from(SIGN_IN_ATTEMPT)
                .where(whose, SIGN_IN_ATTEMPT.SUCCESSFUL.isFalse(), SIGN_IN_ATTEMPT.AT.gt(since)).limit(FAILURES_PER_ADDRESS));
    }
}
