package org.firstfix.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.PromiseId;
import org.firstfix.organization.OrgUnitId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule where it applies and where it does not. */
class CustomerRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final AccountId HEAD = new AccountId(UUID.randomUUID());
    private static final AccountId DAUGHTER = new AccountId(UUID.randomUUID());
    private static final OrgPath HANGZHOU = new OrgPath("house.east.hangzhou");

    @Test
    void anAccountNeverStandsAboveItself() {
        assertThat(GroupStructure.parentWouldCloseACycle(HEAD, List.of(DAUGHTER, HEAD))).isTrue();
        assertThat(GroupStructure.parentWouldCloseACycle(HEAD, List.of(HEAD))).isTrue();
        assertThat(GroupStructure.parentWouldCloseACycle(DAUGHTER, List.of(HEAD))).isFalse();
    }

    @Test
    void aDebtorPaysForItself() {
        assertThat(GroupStructure.debtorPaysForItself(account(HEAD, Optional.empty()))).isTrue();
        assertThat(GroupStructure.debtorPaysForItself(account(HEAD, Optional.of(DAUGHTER)))).isFalse();
    }

    @Test
    void oneselfAsDebtorSaysNothing() {
        assertThat(GroupStructure.debtorOtherThan(HEAD, Optional.of(HEAD))).isEmpty();
        assertThat(GroupStructure.debtorOtherThan(HEAD, Optional.of(DAUGHTER))).contains(DAUGHTER);
    }

    @Test
    void onlyWhatDiffersIsAChange() {
        Account account = account(HEAD, Optional.empty());
        assertThat(account.changesTo(account.facts())).isEmpty();
        assertThat(account.changesTo(account(HEAD, Optional.of(DAUGHTER)).facts())).singleElement()
                .satisfies(change -> assertThat(change.field()).isEqualTo("debtor"));
    }

    @Test
    void nobodyReportsToSomebodyBelowThem() {
        ContactId head = new ContactId(UUID.randomUUID());
        ContactId clerk = new ContactId(UUID.randomUUID());
        assertThat(Contact.superiorWouldCloseACycle(head, List.of(clerk, head))).isTrue();
        assertThat(Contact.superiorWouldCloseACycle(clerk, List.of(head))).isFalse();
    }

    @Test
    void aPromiseIsOverdueOnceItsTimeHasPassedAndNotBefore() {
        Promise promise = promise();
        assertThat(promise.isOverdueAt(NOON)).isFalse();
        assertThat(promise.isOverdueAt(NOON.plusSeconds(1))).isTrue();
        assertThat(promise.settled(PromiseStatus.KEPT, "", NOON).isOverdueAt(NOON.plusSeconds(1))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = PromiseStatus.class, names = {"KEPT", "BROKEN", "WITHDRAWN"})
    void anOpenPromiseIsSettledOnce(PromiseStatus outcome) {
        Promise settled = promise().settled(outcome, "note", NOON);
        assertThat(settled.status()).isEqualTo(outcome);
        assertThat(settled.settledAt()).contains(NOON);
        assertThatThrownBy(() -> settled.settled(PromiseStatus.KEPT, "", NOON)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> settled.handedTo(new UserId(UUID.randomUUID()), "x")).isInstanceOf(Problem.class);
    }

    @Test
    void aPromiseIsNotSettledAsOpen() {
        assertThatThrownBy(() -> promise().settled(PromiseStatus.OPEN, "", NOON)).isInstanceOf(Problem.class);
    }

    @Test
    void anOpenPromiseChangesItsOwnerAndNothingElse() {
        UserId next = new UserId(UUID.randomUUID());
        Promise handed = promise().handedTo(next, "李强");
        assertThat(handed.owner()).isEqualTo(next);
        assertThat(handed.dueAt()).isEqualTo(NOON);
        assertThat(handed.status()).isEqualTo(PromiseStatus.OPEN);
    }

    @Test
    void whatWasNotKeptNeedsAWord() {
        assertThat(PromiseStatus.BROKEN.needsANote()).isTrue();
        assertThat(PromiseStatus.KEPT.needsANote()).isFalse();
    }

    private static Promise promise() {
        return new Promise(new PromiseId(UUID.randomUUID()), HEAD, Optional.empty(), "送备件", NOON, new UserId(UUID.randomUUID()), "王伟",
                PromiseStatus.OPEN, NOON.minusSeconds(3600), Optional.empty(), "", HANGZHOU, 0);
    }

    private static Account account(AccountId id, Optional<AccountId> debtor) {
        return new Account(id, "CU-001001", new Account.Facts("集团", "", Optional.empty(), debtor, AccountTier.VIP, "", "zh-CN", false, "", true,
                new OrgUnitId(UUID.randomUUID()), HANGZHOU), NOON, 0);
    }
}
