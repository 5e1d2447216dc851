package org.firstfix.organization.usecase;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.firstfix.organization.BuiltInRole;
import org.firstfix.organization.CustomRoleDefined;
import org.firstfix.organization.storage.Users;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Makes a role of the organisation's own out of known permissions, or changes one. */
@Component
@Permission("role.maintain")
public final class DefineCustomRole {
    private final Work work;
    private final Users users;
    private final Announcements announcements;
    private final Clock clock;

    DefineCustomRole(Work work, Users users, Announcements announcements, Clock clock) {
        this.work = work;
        this.users = users;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String code, String nameZh, String nameEn, Set<String> permissions) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            if (BuiltInRole.find(command.code()).isPresent()) {
                throw Problem.conflict("organization.role-built-in", Map.of("role", command.code()));
            }
            Set<String> unknown = new TreeSet<>(command.permissions());
            unknown.removeAll(knownPermissions());
            if (!unknown.isEmpty()) {
                throw Problem.invalidField("permissions", "organization.permission-unknown", Map.of("permissions", unknown.toString()));
            }
            users.putCustomRole(command.code(), command.nameZh(), command.nameEn(), new TreeSet<>(command.permissions()));
            announcements.announce(new CustomRoleDefined(command.code(), command.permissions(),
                    Actors.current().home().orElseThrow(), clock.instant()));
        });
    }

    /** Every permission there is: the built-in roles together hold them all, which {@code PermissionsTest} proves. */
    public static Set<String> knownPermissions() {
        return Arrays.stream(BuiltInRole.values()).flatMap(role -> role.permissions().stream()).collect(Collectors.toSet());
    }
}
