package org.firstfix.customer;

import java.time.ZoneId;
import java.util.Optional;
import org.firstfix.platform.scope.OrgPath;

/** Where machines stand; {@code orgPath} is the branch that serves it. Degrees WGS-84. */
public record SiteSummary(SiteId id, String number, AccountId accountId, String name, String address, String city, String district,
        ZoneId zone, Optional<Double> latitude, Optional<Double> longitude, String accessNotes, OrgPath orgPath) {}
