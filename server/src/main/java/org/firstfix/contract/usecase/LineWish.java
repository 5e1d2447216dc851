package org.firstfix.contract.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.HashSet;
import java.util.ArrayList;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Quota;
import org.firstfix.contract.SpecialTarget;
import org.firstfix.contract.domain.ContractLine;
import org.firstfix.contract.domain.CoverageCode;
import org.firstfix.contract.domain.LineScope;
import org.firstfix.contract.domain.SpecialTargetRules;
import org.firstfix.contract.storage.JooqCoverageCodes;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** A contract line as somebody wants it. {@code id} names a line that exists already. */
public record LineWish(Optional<ContractLineId> id, String coverageCode, LineScope covers, Optional<AssetId> assetId,
        Optional<SiteId> siteId, Optional<String> family, Optional<Integer> visitsPerYear, Quota quota, List<SpecialTarget> specialTargets) {

    /** Turns wishes into lines, or says what is wrong with which. */
    @Component
    static class Check {
        private final JooqCoverageCodes coverageCodes;
        private final CustomerApi customers;
        private final AssetApi assets;

        Check(JooqCoverageCodes coverageCodes, CustomerApi customers, AssetApi assets) {
            this.coverageCodes = coverageCodes;
            this.customers = customers;
            this.assets = assets;
        }

        /** @param existing the lines of the contract so far: an unchanged line may keep a coverage code out of use */
        List<ContractLine> lines(AccountId account, List<LineWish> wishes, List<ContractLine> existing) {
            Map<String, CoverageCode> coverage = coverageCodes.byCode(wishes.stream().map(LineWish::coverageCode).toList());
            Set<AccountId> group = new HashSet<>(customers.groupOf(account));
            group.add(account);
            List<ContractLine> lines = new ArrayList<>();
            for (LineWish wish : wishes) {
                String field = "lines[" + lines.size() + "]";
                Optional<ContractLine> before = wish.id().map(id -> existing.stream().filter(line -> line.id().equals(id)).findFirst()
                        .orElseThrow(() -> Problem.invalidField(field, "contract.line-unknown", Map.of("line", id.value().toString()))));
                mayBePromised(field, wish, coverage.get(wish.coverageCode()), before);
                belongsToTheGroup(field, wish, group);
                ContractLine line = new ContractLine(before.map(ContractLine::id).orElseGet(() -> new ContractLineId(UUID.randomUUID())),
                        lines.size() + 1, wish.coverageCode(), wish.covers(), wish.assetId(), wish.siteId(), wish.family(),
                        wish.visitsPerYear(), wish.quota(), SpecialTargetRules.checked(field + ".specialTargets", wish.specialTargets()),
                        before.flatMap(ContractLine::endsOn));
                if (!line.namesWhatItCovers()) {
                    throw Problem.invalidField(field, "contract.line-names-something-else", Map.of("covers", wish.covers().name()));
                }
                lines.add(line);
            }
            return lines;
        }

        private static void mayBePromised(String field, LineWish wish, CoverageCode coverage, Optional<ContractLine> before) {
            boolean unchanged = before.filter(line -> line.coverageCode().equals(wish.coverageCode())).isPresent();
            if (coverage == null || !coverage.active() && !unchanged) {
                throw Problem.invalidField(field + ".coverageCode", "contract.coverage-unknown",
                        Map.of("coverageCode", wish.coverageCode()));
            }
        }

        /** Nobody pays for the machines of strangers. */
        private void belongsToTheGroup(String field, LineWish wish, Set<AccountId> group) {
            wish.assetId().map(assets::asset).filter(asset -> !group.contains(asset.accountId())).ifPresent(asset -> {
                throw Problem.invalidField(field + ".assetId", "contract.asset-of-another-account", Map.of("serial", asset.serial()));
            });
            wish.siteId().map(customers::site).filter(site -> !group.contains(site.accountId())).ifPresent(site -> {
                throw Problem.invalidField(field + ".siteId", "contract.site-of-another-account", Map.of("site", site.number()));
            });
        }
    }
}
