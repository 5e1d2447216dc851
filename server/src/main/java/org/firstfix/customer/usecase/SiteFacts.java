package org.firstfix.customer.usecase;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.domain.Site;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Reads what people filled in for a site. */
@Component
class SiteFacts {
    private final CustomerPlacement placement;

    SiteFacts(CustomerPlacement placement) {
        this.placement = placement;
    }

    Site.Facts of(SiteInput input) {
        OrgUnitSummary unit = placement.of(input.orgUnitCode());
        if ((input.latitude() == null) != (input.longitude() == null)) {
            throw Problem.invalidField(input.latitude() == null ? "latitude" : "longitude", "customer.half-a-position", Map.of());
        }
        return new Site.Facts(input.name(), input.address(), input.city(), input.district(), zone(input.zone()),
                Optional.ofNullable(input.latitude()), Optional.ofNullable(input.longitude()), input.accessNotes(),
                !Boolean.FALSE.equals(input.active()), unit.id(), unit.path());
    }

    private static String zone(String written) {
        try {
            return ZoneId.of(written).getId();
        } catch (DateTimeException e) {
            throw Problem.invalidField("zone", "customer.zone-unknown", Map.of("zone", written));
        }
    }
}
