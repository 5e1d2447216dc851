package org.firstfix.organization.usecase;

import java.util.Map;
import org.firstfix.organization.domain.PasswordPolicy;
import org.firstfix.organization.storage.Users;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Changes one's own password; the old one proves that it is really the user who sits there. */
@Component
@Permission(Permission.SIGNED_IN)
public final class ChangeOwnPassword {
    private final Work work;
    private final Users users;
    private final PasswordEncoder passwords;

    ChangeOwnPassword(Work work, Users users, PasswordEncoder passwords) {
        this.work = work;
        this.users = users;
        this.passwords = passwords;
    }

    public record Command(String oldPassword, String newPassword) {}

    public void handle(Command command) {
        String hash = passwords.encode(command.newPassword());
        work.perform(this, () -> {
            UserId self = Actors.current().userId().orElseThrow();
            Users.Account account = users.lock(self).orElseThrow();
            if (!passwords.matches(command.oldPassword(), account.passwordHash())) {
                throw Problem.invalidField("oldPassword", "organization.old-password-wrong", Map.of());
            }
            PasswordPolicy.passwordIsLongAndNotTheName(account.userName(), command.newPassword());
            users.setPassword(self, hash, false);
        });
    }
}
