package org.firstfix.contract.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Quota;
import org.firstfix.contract.SpecialTarget;
import org.firstfix.customer.SiteId;

/**
 * One promise of a contract.
 *
 * @param position 1 and up, in the order of the paper
 * @param visitsPerYear inspections promised
 * @param quota repairs included in a contract year
 * @param specialTargets agreed for this line alone, above those of its coverage code
 * @param endsOn last day, if the line was withdrawn before the contract ends
 */
public record ContractLine(ContractLineId id, int position, String coverageCode, LineScope covers, Optional<AssetId> assetId,
        Optional<SiteId> siteId, Optional<String> family, Optional<Integer> visitsPerYear, Quota quota,
        List<SpecialTarget> specialTargets, Optional<LocalDate> endsOn) {

    /** Whether exactly what the scope needs is named. */
    public boolean namesWhatItCovers() {
        return assetId.isPresent() == (covers == LineScope.ASSET) && siteId.isPresent() == (covers == LineScope.SITE)
                && family.isPresent() == (covers == LineScope.FAMILY);
    }

    ContractLine at(int newPosition) {
        return new ContractLine(id, newPosition, coverageCode, covers, assetId, siteId, family, visitsPerYear, quota, specialTargets, endsOn);
    }

    public ContractLine withdrawnOn(LocalDate lastDay) {
        return new ContractLine(id, position, coverageCode, covers, assetId, siteId, family, visitsPerYear, quota, specialTargets,
                Optional.of(endsOn.filter(earlier -> earlier.isBefore(lastDay)).orElse(lastDay)));
    }
}
