package org.firstfix.contract;

import java.util.Optional;

/**
 * What may be claimed now, and why.
 *
 * @param basis CONTRACT, WARRANTY or NONE
 * @param reason a key for the screen: {@code contract-line-asset}, {@code contract-line-site}, {@code contract-line-family},
 *     {@code contract-line-account}, {@code warranty}, {@code contract-ended}, {@code contract-suspended}, {@code contract-not-started}, {@code quota-used-up}, {@code nothing}
 * @param targets what is promised; empty when nothing is covered
 * @param quotaUse how much of the line's quota was used before; none if nothing limits it
 * @param pauseRights for which reasons the clock may stand still
 */
public record Entitlement(Basis basis, String reason, Optional<String> contractNumber, Optional<ContractLineId> lineId,
        Optional<String> coverageCode, Optional<String> calendarCode, Targets targets, Optional<QuotaUse> quotaUse,
        PauseRights pauseRights, String specialTerms, boolean accountOverdue) {
    public enum Basis {
        CONTRACT,
        WARRANTY,
        NONE
    }

    public boolean covered() {
        return basis != Basis.NONE;
    }
}
