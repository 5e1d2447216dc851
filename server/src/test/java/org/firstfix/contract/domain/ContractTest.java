package org.firstfix.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.contract.ContractId;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Quota;
import org.firstfix.contract.domain.ContractStatus.Action;
import org.firstfix.customer.AccountId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");
    private static final LocalDate TODAY = LocalDate.parse("2026-06-15");
    private final ContractLine one = line("5x9");
    private final ContractLine other = line("7x24x4");

    @Test
    void livesFromDraftToItsEnd() {
        Contract active = contract(ContractStatus.DRAFT, List.of(one)).activate();
        assertThat(active.status()).isEqualTo(ContractStatus.ACTIVE);
        Contract suspended = active.suspend("owes three invoices");
        assertThat(suspended.statusReason()).isEqualTo("owes three invoices");
        assertThat(suspended.resume().status()).isEqualTo(ContractStatus.ACTIVE);
        assertThat(suspended.resume().statusReason()).isEmpty();
        assertThat(active.end(TODAY, "moved away").terms().endsOn()).isEqualTo(TODAY);
        assertThat(active.end(LAST.plusDays(5), "late").terms().endsOn()).isEqualTo(LAST);
    }

    @Test
    void refusesWhatItsStateDoesNotAllow() {
        assertProblem(() -> contract(ContractStatus.ACTIVE, List.of(one)).activate(), "contract.not-in-this-state");
        assertProblem(() -> contract(ContractStatus.DRAFT, List.of(one)).suspend("x"), "contract.not-in-this-state");
        assertProblem(() -> contract(ContractStatus.ACTIVE, List.of(one)).resume(), "contract.not-in-this-state");
        Contract ended = contract(ContractStatus.ENDED, List.of(one));
        assertThat(ended.status().actions()).isEmpty();
        assertProblem(() -> ended.amend(ended.terms(), ended.lines(), TODAY), "contract.not-in-this-state");
        assertProblem(() -> ended.end(TODAY, ""), "contract.not-in-this-state");
        assertThat(ContractStatus.SUSPENDED.allows(Action.RESUME)).isTrue();
    }

    @Test
    void needsALineToBeInForce() {
        assertProblem(() -> contract(ContractStatus.DRAFT, List.of()).activate(), "contract.without-lines");
        Contract active = contract(ContractStatus.ACTIVE, List.of(one));
        assertProblem(() -> active.amend(active.terms(), List.of(), TODAY), "contract.without-lines");
    }

    @Test
    void withdrawsALineThatWasInForceButDropsOneOfADraft() {
        Contract active = contract(ContractStatus.ACTIVE, List.of(one, other)).amend(terms(FIRST, LAST), List.of(other), TODAY);
        assertThat(active.lines()).extracting(ContractLine::id).containsExactly(other.id(), one.id());
        assertThat(active.lines()).extracting(ContractLine::position).containsExactly(1, 2);
        assertThat(active.lines().getLast().endsOn()).contains(TODAY.minusDays(1));
        Contract draft = contract(ContractStatus.DRAFT, List.of(one, other)).amend(terms(FIRST, LAST), List.of(other), TODAY);
        assertThat(draft.lines()).extracting(ContractLine::id).containsExactly(other.id());
    }

    @Test
    void cannotEndBeforeItBegins() {
        assertThatThrownBy(() -> terms(LAST, FIRST)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> contract(ContractStatus.ACTIVE, List.of(one)).end(FIRST.minusDays(1), "")).isInstanceOf(Problem.class);
        assertThat(contract(ContractStatus.ACTIVE, List.of(one)).end(FIRST, "").terms().endsOn()).isEqualTo(FIRST);
    }

    private static void assertProblem(Runnable change, String code) {
        assertThatThrownBy(change::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static Contract contract(ContractStatus status, List<ContractLine> lines) {
        return new Contract(new ContractId(UUID.randomUUID()), "HT-1", new AccountId(UUID.randomUUID()), status, "", terms(FIRST, LAST),
                lines, new OrgPath("house"), 0);
    }

    private static Contract.Terms terms(LocalDate from, LocalDate to) {
        return new Contract.Terms("", from, to, "", Optional.empty(), "CNY", Optional.empty());
    }

    private static ContractLine line(String coverage) {
        return new ContractLine(new ContractLineId(UUID.randomUUID()), 1, coverage, LineScope.ACCOUNT, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Quota.UNLIMITED, List.of(), Optional.empty());
    }
}
