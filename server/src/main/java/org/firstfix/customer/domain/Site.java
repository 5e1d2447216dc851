package org.firstfix.customer.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.organization.OrgUnitId;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;

/** A place where machines of a customer stand. */
public record Site(SiteId id, String number, AccountId accountId, Facts facts, int version) {
    /** What may be corrected; the org unit is the branch that serves the site. Degrees WGS-84. */
    public record Facts(String name, String address, String city, String district, String zone, Optional<Double> latitude,
            Optional<Double> longitude, String accessNotes, boolean active, OrgUnitId orgUnitId, OrgPath orgPath) {
        Map<String, String> asTexts() {
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put("name", name);
            texts.put("address", address);
            texts.put("city", city);
            texts.put("district", district);
            texts.put("zone", zone);
            texts.put("latitude", latitude.map(String::valueOf).orElse(""));
            texts.put("longitude", longitude.map(String::valueOf).orElse(""));
            texts.put("accessNotes", accessNotes);
            texts.put("active", Boolean.toString(active));
            texts.put("orgUnit", orgPath.value());
            return texts;
        }
    }

    public List<FieldChange> changesTo(Facts next) {
        return FieldChange.between(facts.asTexts(), next.asTexts());
    }

    public Site changed(Facts next) {
        return new Site(id, number, accountId, next, version + 1);
    }
}
