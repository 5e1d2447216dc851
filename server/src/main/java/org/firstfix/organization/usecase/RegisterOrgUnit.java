package org.firstfix.organization.usecase;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.firstfix.organization.OrgUnitId;
import org.firstfix.organization.OrgUnitRegistered;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.storage.OrgUnits;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Adds a part of the house below another one; only the first one has no parent. */
@Component
@Permission("organization.maintain")
public final class RegisterOrgUnit {
    private final Work work;
    private final OrgUnits units;
    private final OrganizationApi organization;
    private final Announcements announcements;
    private final Clock clock;

    RegisterOrgUnit(Work work, OrgUnits units, OrganizationApi organization, Announcements announcements, Clock clock) {
        this.work = work;
        this.units = units;
        this.organization = organization;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param code letters, digits and underscore; also the last step of the path */
    public record Command(String code, String kind, String nameZh, String nameEn, Optional<String> parentCode, String zone) {}

    public OrgUnitId handle(Command command) {
        return work.perform(this, () -> {
            if (organization.findUnitByCode(command.code()).isPresent()) {
                throw Problem.conflict("organization.unit-code-taken", Map.of("code", command.code()));
            }
            requireZone(command.zone());
            String label = command.code().toLowerCase(Locale.ROOT);
            OrgPath path = command.parentCode().map(parent -> organization.findUnitByCode(parent).orElseThrow(() ->
                            Problem.invalidField("parentCode", "organization.unit-unknown", Map.of("code", parent))).path().child(label))
                    .orElseGet(() -> new OrgPath(label));
            if (!Actors.current().scope().contains(path)) {
                throw Problem.of(403, "organization.grant-outside-scope", Map.of("code", command.parentCode().orElse("")));
            }
            OrgUnitId id = units.add(command.code(), command.kind(), command.nameZh(), command.nameEn(), path, command.zone());
            announcements.announce(new OrgUnitRegistered(command.code(), command.kind(), path, clock.instant()));
            return id;
        });
    }

    private static void requireZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Problem.invalidField("zone", "organization.zone-unknown", Map.of("zone", zone));
        }
    }
}
