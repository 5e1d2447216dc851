package org.firstfix.organization.usecase;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.UserChanged;
import org.firstfix.organization.query.UserList;
import org.firstfix.organization.domain.RoleGrant;
import org.firstfix.organization.storage.Users;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Corrects a user's details and roles, or switches the account off and on. Takes effect with the next request. */
@Component
@Permission("user.maintain")
public final class ChangeUser {
    private final Work work;
    private final Users users;
    private final UserList list;
    private final OrganizationApi organization;
    private final Announcements announcements;
    private final Clock clock;

    ChangeUser(Work work, Users users, UserList list, OrganizationApi organization, Announcements announcements, Clock clock) {
        this.work = work;
        this.users = users;
        this.list = list;
        this.organization = organization;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(UserId userId, int expectedVersion, String name, String phone, String email, String language, boolean active,
            List<RoleGrant> roles) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Users.Account before = users.lock(command.userId())
                    .orElseThrow(() -> Problem.notFound("user", command.userId().value()));
            if (before.version() != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), before.version(), list.one(command.userId()).orElseThrow());
            }
            nobodySwitchesThemselvesOff(command);
            users.change(new Users.Account(before.id(), before.personId(), before.userName(), before.passwordHash(), command.name(),
                    command.phone(), command.email(), command.language(), command.active(), before.orgPath(), before.version() + 1));
            users.grant(command.userId(), RoleGrants.resolve(command.roles(), organization, users));
            announcements.announce(new UserChanged(command.userId(), before.userName(), changes(before, command),
                    new OrgPath(before.orgPath()), clock.instant()));
        });
    }

    /** Otherwise the last administrator could lock the house. */
    private static void nobodySwitchesThemselvesOff(Command command) {
        boolean self = Actors.current().userId().filter(command.userId()::equals).isPresent();
        if (self && !command.active()) {
            throw Problem.conflict("organization.not-oneself", Map.of());
        }
    }

    private static Set<String> changes(Users.Account before, Command after) {
        Set<String> changes = new LinkedHashSet<>(Set.of("roles"));
        if (!before.name().equals(after.name())) {
            changes.add("name");
        }
        if (before.active() != after.active()) {
            changes.add(after.active() ? "switched on" : "switched off");
        }
        return changes;
    }
}
