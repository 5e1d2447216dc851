package org.firstfix.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.contract.Quota;
import org.firstfix.contract.QuotaUse;
import org.firstfix.contract.domain.EntitlementRule.Candidate;
import org.firstfix.contract.domain.EntitlementRule.Verdict;
import org.junit.jupiter.api.Test;

class EntitlementRuleTest {
    private static final LocalDate DAY = LocalDate.parse("2026-06-15");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");

    @Test
    void anAssetLineWinsOverASiteLine() {
        Candidate asset = line("HT-1", LineScope.ASSET, 540);
        Candidate site = line("HT-2", LineScope.SITE, 240);
        assertThat(EntitlementRule.winner(List.of(site, asset), DAY)).contains(asset);
        assertThat(EntitlementRule.verdict(site, DAY, Optional.of(asset))).isEqualTo(Verdict.LESS_SPECIFIC);
    }

    @Test
    void aSiteLineWinsOverAFamilyLineAndThatOverAnAccountLine() {
        Candidate site = line("HT-1", LineScope.SITE, 540);
        Candidate family = line("HT-2", LineScope.FAMILY, 480);
        Candidate account = line("HT-3", LineScope.ACCOUNT, 240);
        assertThat(EntitlementRule.winner(List.of(account, family, site), DAY)).contains(site);
        assertThat(EntitlementRule.winner(List.of(account, family), DAY)).contains(family);
        assertThat(EntitlementRule.winner(List.of(account), DAY)).contains(account);
    }

    @Test
    void amongEqualsTheStrictestOnSiteTargetWins() {
        Candidate strict = line("HT-9", LineScope.SITE, 240);
        Candidate lax = line("HT-1", LineScope.SITE, 480);
        assertThat(EntitlementRule.winner(List.of(lax, strict), DAY)).contains(strict);
        assertThat(EntitlementRule.verdict(lax, DAY, Optional.of(strict))).isEqualTo(Verdict.LESS_STRICT);
    }

    @Test
    void amongEquallyStrictTheNumberDecidesSoThatTheAnswerIsAlwaysTheSame() {
        Candidate one = line("HT-1", LineScope.SITE, 240);
        Candidate other = line("HT-2", LineScope.SITE, 240);
        assertThat(EntitlementRule.winner(List.of(other, one), DAY)).isEqualTo(EntitlementRule.winner(List.of(one, other), DAY)).contains(one);
    }

    @Test
    void aPromiseWithoutOnSiteTargetIsTheLeastStrict() {
        Candidate without = new Candidate(id(), "HT-1", LineScope.SITE,
                new CoverageCode("phone", "", "", "ALWAYS", true, Map.of(), List.of(), Optional.empty(), 0), ContractStatus.ACTIVE, FIRST, LAST, Optional.empty(), "", List.of(),
                Optional.empty(), Optional.empty());
        Candidate with = line("HT-2", LineScope.SITE, 1620);
        assertThat(EntitlementRule.winner(List.of(without, with), DAY)).contains(with);
    }

    @Test
    void firstAndLastDayCount() {
        Candidate line = line("HT-1", LineScope.ASSET, 240);
        assertThat(EntitlementRule.isValidOn(line, FIRST)).isTrue();
        assertThat(EntitlementRule.isValidOn(line, LAST)).isTrue();
        assertThat(EntitlementRule.isValidOn(line, FIRST.minusDays(1))).isFalse();
        assertThat(EntitlementRule.isValidOn(line, LAST.plusDays(1))).isFalse();
    }

    @Test
    void anEndedContractTellsSo() {
        assertMiss(with(ContractStatus.ACTIVE, FIRST, DAY.minusDays(1), Optional.empty()), "contract-ended", Verdict.ENDED);
        // What was reported on a day it covered is honoured although it has ended since.
        assertThat(EntitlementRule.winner(List.of(with(ContractStatus.ENDED, FIRST, DAY, Optional.empty())), DAY)).isPresent();
    }

    @Test
    void aContractThatHasNotStartedTellsSo() {
        assertMiss(with(ContractStatus.ACTIVE, DAY.plusDays(1), LAST, Optional.empty()), "contract-not-started", Verdict.NOT_STARTED);
        assertThat(EntitlementRule.winner(List.of(with(ContractStatus.ACTIVE, DAY, LAST, Optional.empty())), DAY)).isPresent();
    }

    @Test
    void aSuspendedContractTellsSo() {
        assertMiss(with(ContractStatus.SUSPENDED, FIRST, LAST, Optional.empty()), "contract-suspended", Verdict.SUSPENDED);
        assertThat(EntitlementRule.winner(List.of(with(ContractStatus.ACTIVE, FIRST, LAST, Optional.empty())), DAY)).isPresent();
    }

    @Test
    void aWithdrawnLineCountsUntilItsLastDay() {
        assertMiss(with(ContractStatus.ACTIVE, FIRST, LAST, Optional.of(DAY.minusDays(1))), "contract-ended", Verdict.WITHDRAWN);
        assertThat(EntitlementRule.winner(List.of(with(ContractStatus.ACTIVE, FIRST, LAST, Optional.of(DAY))), DAY)).isPresent();
    }

    @Test
    void aDraftPromisesNothingAndIsNotTalkedAbout() {
        assertMiss(with(ContractStatus.DRAFT, FIRST, LAST, Optional.empty()), "nothing", Verdict.DRAFT);
    }

    @Test
    void ofSeveralMissesTheOneThatCanBeMendedSoonestIsTold() {
        Candidate ended = with(ContractStatus.ACTIVE, FIRST, DAY.minusDays(1), Optional.empty());
        Candidate suspended = with(ContractStatus.SUSPENDED, FIRST, LAST, Optional.empty());
        assertThat(EntitlementRule.nearestMiss(List.of(ended, suspended), DAY)).contains(suspended);
    }

    @Test
    void aLineWhoseQuotaIsUsedUpIsPassedOver() {
        Candidate usedUp = used(new QuotaUse(new Quota(Optional.of(3), Optional.empty()), 3, 400, LAST));
        assertMiss(usedUp, "quota-used-up", Verdict.USED_UP);
        Candidate general = line("HT-2", LineScope.ACCOUNT, 240);
        assertThat(EntitlementRule.winner(List.of(usedUp, general), DAY)).contains(general);
    }

    @Test
    void whatIsLeftOfAQuotaMayBeClaimed() {
        Candidate left = used(new QuotaUse(new Quota(Optional.of(3), Optional.of(10)), 2, 599, LAST));
        assertThat(EntitlementRule.winner(List.of(left), DAY)).contains(left);
        assertThat(new QuotaUse(new Quota(Optional.of(3), Optional.of(10)), 0, 600, LAST).isUsedUp()).isTrue();
    }

    private static Candidate used(QuotaUse use) {
        return new Candidate(id(), "HT-1", LineScope.ASSET, coverage(240), ContractStatus.ACTIVE, FIRST, LAST, Optional.empty(), "",
                List.of(), Optional.of(use), Optional.empty());
    }

    private static void assertMiss(Candidate line, String reason, Verdict verdict) {
        assertThat(EntitlementRule.winner(List.of(line), DAY)).isEmpty();
        assertThat(EntitlementRule.reasonOfMiss(EntitlementRule.nearestMiss(List.of(line), DAY), DAY)).isEqualTo(reason);
        assertThat(EntitlementRule.verdict(line, DAY, Optional.empty())).isEqualTo(verdict);
    }

    private static Candidate line(String number, LineScope covers, int onSiteMinutes) {
        return new Candidate(id(), number, covers, coverage(onSiteMinutes), ContractStatus.ACTIVE, FIRST, LAST, Optional.empty(), "",
                List.of(), Optional.empty(), Optional.empty());
    }

    private static Candidate with(ContractStatus status, LocalDate from, LocalDate to, Optional<LocalDate> withdrawnAfter) {
        return new Candidate(id(), "HT-1", LineScope.ASSET, coverage(240), status, from, to, withdrawnAfter, "", List.of(), Optional.empty(), Optional.empty());
    }

    private static CoverageCode coverage(int onSiteMinutes) {
        return new CoverageCode("c" + onSiteMinutes, "", "", "ALWAYS", true,
                Map.of(Priority.P1, Map.of(Milestone.ON_SITE, Duration.ofMinutes(onSiteMinutes))), List.of(), Optional.empty(), 0);
    }

    private static ContractLineId id() {
        return new ContractLineId(UUID.randomUUID());
    }
}
