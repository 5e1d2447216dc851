package org.firstfix.asset;

import java.time.LocalDate;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.scope.OrgPath;

/** A machine. Dates are days at the site. */
public record AssetSummary(AssetId id, String number, String serial, String modelCode, String family, String modelNameZh,
        String modelNameEn, AccountId accountId, SiteId siteId, Importance importance, String location, String firmware,
        Optional<LocalDate> installedOn, Optional<LocalDate> warrantyEnd, OrgPath orgPath) {
    /** Whether the maker's warranty covers that day. Its last day counts. */
    public boolean isUnderWarrantyOn(LocalDate day) {
        return warrantyEnd.isPresent() && !day.isAfter(warrantyEnd.get());
    }
}
