package org.firstfix.contract.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.contract.ContractLineId;
import org.firstfix.customer.SiteId;

/**
 * One promise of a contract.
 *
 * @param position 1 and up, in the order of the paper
 * @param visitsPerYear inspections promised
 * @param endsOn last day, if the line was withdrawn before the contract ends
 */
public record ContractLine(ContractLineId id, int position, String coverageCode, LineScope covers, Optional<AssetId> assetId,
        Optional<SiteId> siteId, Optional<String> family, Optional<Integer> visitsPerYear, Optional<LocalDate> endsOn) {

    /** Whether exactly what the scope needs is named. */
    public boolean namesWhatItCovers() {
        return assetId.isPresent() == (covers == LineScope.ASSET) && siteId.isPresent() == (covers == LineScope.SITE)
                && family.isPresent() == (covers == LineScope.FAMILY);
    }

    public ContractLine withdrawnOn(LocalDate lastDay) {
        return new ContractLine(id, position, coverageCode, covers, assetId, siteId, family, visitsPerYear,
                Optional.of(endsOn.filter(earlier -> earlier.isBefore(lastDay)).orElse(lastDay)));
    }
}
