package org.firstfix.organization.usecase;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.UserRegistered;
import org.firstfix.organization.domain.PasswordPolicy;
import org.firstfix.organization.domain.RoleGrant;
import org.firstfix.organization.storage.Users;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Takes somebody into the house who may sign in. */
@Component
@Permission("user.maintain")
public final class RegisterUser {
    private final Work work;
    private final Users users;
    private final OrganizationApi organization;
    private final PasswordEncoder passwords;
    private final Announcements announcements;
    private final Clock clock;

    RegisterUser(Work work, Users users, OrganizationApi organization, PasswordEncoder passwords, Announcements announcements,
            Clock clock) {
        this.work = work;
        this.users = users;
        this.organization = organization;
        this.passwords = passwords;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String userName, String password, boolean mustChangePassword, String name, String phone, String email,
            String language, String orgUnitCode, List<RoleGrant> roles) {}

    public record Registered(UserId userId, PersonId personId) {}

    public Registered handle(Command command) {
        // Hashing takes long on purpose; it is done before the transaction holds anything.
        String userName = command.userName().strip().toLowerCase(Locale.ROOT);
        PasswordPolicy.passwordIsLongAndNotTheName(userName, command.password());
        String hash = passwords.encode(command.password());
        return work.perform(this, () -> {
            if (users.isTaken(userName)) {
                throw Problem.conflict("organization.user-name-taken", Map.of("userName", userName));
            }
            OrgUnitSummary unit = organization.findUnitByCode(command.orgUnitCode()).orElseThrow(() ->
                    Problem.invalidField("orgUnitCode", "organization.unit-unknown", Map.of("code", command.orgUnitCode())));
            List<RoleGrant.Resolved> grants = RoleGrants.resolve(command.roles(), organization, users);
            PersonId person = users.addPerson(command.name(), command.phone(), command.email(), unit);
            UserId user = users.addAccount(person, userName, hash, command.language(), command.mustChangePassword());
            users.grant(user, grants);
            announcements.announce(new UserRegistered(user, userName,
                    grants.stream().map(RoleGrant.Resolved::role).collect(Collectors.toSet()), unit.path(), clock.instant()));
            return new Registered(user, person);
        });
    }
}
