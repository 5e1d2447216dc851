package org.firstfix.organization.usecase;

import java.time.Clock;
import java.util.Set;
import org.firstfix.organization.UserChanged;
import org.firstfix.organization.domain.PasswordPolicy;
import org.firstfix.organization.storage.Users;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** An administrator sets a new password; the user changes it at the next sign-in. */
@Component
@Permission("user.maintain")
public final class SetPassword {
    private final Work work;
    private final Users users;
    private final PasswordEncoder passwords;
    private final Announcements announcements;
    private final Clock clock;

    SetPassword(Work work, Users users, PasswordEncoder passwords, Announcements announcements, Clock clock) {
        this.work = work;
        this.users = users;
        this.passwords = passwords;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(UserId userId, String password) {}

    public void handle(Command command) {
        String hash = passwords.encode(command.password());
        work.perform(this, () -> {
            Users.Account account = users.lock(command.userId())
                    .orElseThrow(() -> Problem.notFound("user", command.userId().value()));
            PasswordPolicy.passwordIsLongAndNotTheName(account.userName(), command.password());
            users.setPassword(command.userId(), hash, true);
            announcements.announce(new UserChanged(command.userId(), account.userName(), Set.of("password"),
                    new OrgPath(account.orgPath()), clock.instant()));
        });
    }
}
