package org.firstfix.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.domain.Case.Coverage;
import org.firstfix.cases.domain.Case.Facts;
import org.firstfix.cases.domain.Case.Report;
import org.firstfix.cases.domain.Case.Standing;
import org.firstfix.cases.domain.Case.Waiting;
import org.firstfix.contract.Impact;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

/** Every step from every status: allowed with its result, or refused and nothing changed. */
class CaseTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final UserId SOMEBODY = new UserId(UUID.randomUUID());

    private record Step(String name, Consumer<Case> take, Map<CaseStatus, CaseStatus> leads) {}

    private static final Set<CaseStatus> UNDER_WAY =
            EnumSet.of(CaseStatus.RECEIVED, CaseStatus.WAITING_FOR_CUSTOMER, CaseStatus.RELEASED, CaseStatus.WITH_VENDOR);

    private static Stream<Step> steps() {
        return Stream.of(
                new Step("respond", it -> it.respond(NOW), same(UNDER_WAY)),
                new Step("release", Case::release, Map.of(CaseStatus.RECEIVED, CaseStatus.RELEASED, CaseStatus.WITH_VENDOR, CaseStatus.RELEASED)),
                new Step("wait for customer", it -> it.waitForCustomer("机房停电", NOW), Map.of(
                        CaseStatus.RECEIVED, CaseStatus.WAITING_FOR_CUSTOMER, CaseStatus.RELEASED, CaseStatus.WAITING_FOR_CUSTOMER,
                        CaseStatus.WITH_VENDOR, CaseStatus.WAITING_FOR_CUSTOMER)),
                new Step("customer ready", Case::customerReady, Map.of(CaseStatus.WAITING_FOR_CUSTOMER, CaseStatus.RELEASED)),
                new Step("hand to vendor", Case::handToVendor, Map.of(CaseStatus.RECEIVED, CaseStatus.WITH_VENDOR,
                        CaseStatus.RELEASED, CaseStatus.WITH_VENDOR)),
                new Step("take back", Case::takeBackFromVendor, Map.of(CaseStatus.WITH_VENDOR, CaseStatus.RECEIVED)),
                new Step("work done", it -> it.workDone("更换主板", NOW), Map.of(
                        CaseStatus.RECEIVED, CaseStatus.WORK_DONE, CaseStatus.WAITING_FOR_CUSTOMER, CaseStatus.WORK_DONE,
                        CaseStatus.RELEASED, CaseStatus.WORK_DONE, CaseStatus.WITH_VENDOR, CaseStatus.WORK_DONE,
                        CaseStatus.WORK_DONE, CaseStatus.WORK_DONE)),
                new Step("second visit", it -> it.secondVisitNeeded("WRONG_PREDICTION"), same(UNDER_WAY)),
                new Step("resolve remotely", it -> it.resolveRemotely("software.driver", "升级固件", NOW), Map.of(
                        CaseStatus.RECEIVED, CaseStatus.RESOLVED_REMOTELY, CaseStatus.WITH_VENDOR, CaseStatus.RESOLVED_REMOTELY)),
                new Step("close", it -> it.close(NOW), Map.of(CaseStatus.WORK_DONE, CaseStatus.CLOSED,
                        CaseStatus.RESOLVED_REMOTELY, CaseStatus.CLOSED)),
                new Step("reopen", Case::reopen, Map.of(CaseStatus.WORK_DONE, CaseStatus.RECEIVED, CaseStatus.RESOLVED_REMOTELY,
                        CaseStatus.RECEIVED, CaseStatus.CLOSED, CaseStatus.RECEIVED)),
                new Step("cancel", it -> it.cancel(NOW), Map.of(CaseStatus.RECEIVED, CaseStatus.CANCELLED, CaseStatus.RELEASED, CaseStatus.CANCELLED,
                        CaseStatus.WAITING_FOR_CUSTOMER, CaseStatus.CANCELLED, CaseStatus.WITH_VENDOR, CaseStatus.CANCELLED)),
                new Step("correct", it -> it.correct(facts("别的主题")), same(UNDER_WAY)),
                new Step("take", it -> it.takenBy(SOMEBODY), same(EnumSet.of(CaseStatus.RECEIVED, CaseStatus.WAITING_FOR_CUSTOMER,
                        CaseStatus.RELEASED, CaseStatus.WITH_VENDOR, CaseStatus.WORK_DONE, CaseStatus.RESOLVED_REMOTELY))),
                new Step("watch", Case::watch, same(EnumSet.of(CaseStatus.RECEIVED, CaseStatus.WAITING_FOR_CUSTOMER,
                        CaseStatus.RELEASED, CaseStatus.WITH_VENDOR, CaseStatus.WORK_DONE, CaseStatus.RESOLVED_REMOTELY))));
    }

    static Stream<Arguments> everyStepFromEveryStatus() {
        return steps().flatMap(step -> Stream.of(CaseStatus.values()).map(status -> Arguments.of(step.name(), status, step)));
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("everyStepFromEveryStatus")
    void stepsAreAllowedOrRefused(String name, CaseStatus from, Step step) {
        Case it = in(from, false);
        CaseStatus expected = step.leads().get(from);
        if (expected == null) {
            Standing before = it.standing();
            Throwable refused = catchThrowable(() -> step.take().accept(it));
            assertThat(refused).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.code()).isEqualTo("cases.step-not-allowed");
                assertThat(problem.status()).isEqualTo(409);
            });
            assertThat(it.standing()).isEqualTo(before);
        } else {
            step.take().accept(it);
            assertThat(it.status()).isEqualTo(expected);
        }
    }

    @Test
    void itGoesOnFromWhereItWaited() {
        for (CaseStatus from : EnumSet.of(CaseStatus.RECEIVED, CaseStatus.RELEASED, CaseStatus.WITH_VENDOR)) {
            Case it = in(from, false);
            it.waitForCustomer("无人在场", NOW);
            it.customerReady();
            assertThat(it.status()).isEqualTo(from);
        }
    }

    @Test
    void whatWaitsBeforeAReleaseMayStillBeResolvedRemotely() {
        Case it = in(CaseStatus.RECEIVED, false);
        it.waitForCustomer("等客户重启", NOW);
        it.resolveRemotely("software.system", "客户重启后恢复", NOW);
        assertThat(it.status()).isEqualTo(CaseStatus.RESOLVED_REMOTELY);
    }

    @Test
    void everyReopeningCounts() {
        Case it = in(CaseStatus.RECEIVED, false);
        for (int times = 1; times <= 3; times++) {
            it.workDone("修好了", NOW);
            it.reopen();
            assertThat(it.standing().reopened()).isEqualTo(times);
        }
    }

    @Test
    void theFirstAnswerCountsOnce() {
        Case it = in(CaseStatus.RECEIVED, false);
        it.respond(NOW);
        assertThatThrownBy(() -> it.respond(NOW.plusSeconds(60))).isInstanceOf(Problem.class);
        assertThat(it.standing().respondedAt()).contains(NOW);
    }

    @Test
    void aWatchedCaseIsNeitherClosedNorCancelled() {
        Case done = in(CaseStatus.WORK_DONE, true);
        assertThatThrownBy(() -> done.close(NOW)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("cases.close-while-watched"));
        Case open = in(CaseStatus.RECEIVED, true);
        assertThatThrownBy(() -> open.cancel(NOW)).isInstanceOf(Problem.class);
        done.endWatch();
        done.close(NOW);
        assertThat(done.status()).isEqualTo(CaseStatus.CLOSED);
    }

    private static Map<CaseStatus, CaseStatus> same(Set<CaseStatus> statuses) {
        return statuses.stream().collect(Collectors.toMap(status -> status, status -> status));
    }

    private static Facts facts(String subject) {
        return new Facts(subject, "", Optional.of("power.no-display"), Optional.empty(), Optional.empty(), Optional.empty(), Impact.DEGRADED,
                Urgency.MEDIUM, Priority.P3);
    }

    private static Case in(CaseStatus status, boolean watched) {
        Report report = new Report(new CaseId(UUID.randomUUID()), "C-2026-001001", Channel.PHONE, new AccountId(UUID.randomUUID()),
                new SiteId(UUID.randomUUID()), Optional.empty(), NOW, NOW, Optional.empty(), Optional.empty(), new OrgPath("house.east"));
        Optional<Waiting> waiting = status == CaseStatus.WAITING_FOR_CUSTOMER
                ? Optional.of(new Waiting(CaseStatus.RELEASED, NOW, "")) : Optional.empty();
        Standing standing = new Standing(status, Optional.empty(), Optional.empty(), false, Optional.empty(), waiting, Optional.empty(), "", 0,
                watched, false, "", Optional.empty());
        return Case.restored(report, facts("主题"), Coverage.NONE, standing, 0);
    }
}
