package org.firstfix.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkOrderTest {
    private static final Instant NOW = Instant.parse("2026-03-05T02:00:00Z");

    @Test
    void aVisitRunsFromReleaseToCompletion() {
        WorkOrder order = released();
        order.start(NOW);
        assertThat(order.status()).isEqualTo(WorkOrderStatus.IN_WORK);
        assertThat(order.report().arrivedAt()).contains(NOW);
        order.start(NOW.plusSeconds(60));
        assertThat(order.startedAt()).contains(NOW);

        order.writeReport(draft(VisitOutcome.REPAIRED));
        assertThat(order.end(NOW.plusSeconds(3600))).isEqualTo(VisitOutcome.REPAIRED);
        assertThat(order.status()).isEqualTo(WorkOrderStatus.COMPLETED);
        assertThat(order.lines()).allSatisfy(line -> assertThat(line.status()).isEqualTo(WorkOrderLine.Status.DONE));
        assertThat(order.isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(VisitOutcome.class)
    void everyOutcomeEndsItsOrder(VisitOutcome outcome) {
        WorkOrder order = released();
        order.start(NOW);
        order.writeReport(draft(outcome));
        order.end(NOW);
        assertThat(order.status()).isEqualTo(outcome.endsIn());
        assertThat(order.isOpen()).isFalse();
        assertThatThrownBy(() -> order.start(NOW)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> order.assign(Optional.empty())).isInstanceOf(Problem.class);
    }

    @Test
    void onlyARepairNeedsNoNextVisitOfOurs() {
        for (VisitOutcome outcome : VisitOutcome.values()) {
            boolean last = Set.of(VisitOutcome.REPAIRED, VisitOutcome.WITH_VENDOR).contains(outcome);
            assertThat(outcome.nextVisit().isEmpty()).as(outcome.name()).isEqualTo(last);
        }
    }

    @Test
    void nothingIsWrittenBeforeArrivalNorAfterTheSignature() {
        WorkOrder order = released();
        assertThatThrownBy(() -> order.writeReport(draft(VisitOutcome.REPAIRED))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("workorder.not-in-work"));
        order.start(NOW);
        order.writeReport(draft(VisitOutcome.REPAIRED));
        order.sign(signature());
        assertThatThrownBy(() -> order.writeReport(draft(VisitOutcome.REPAIRED))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("workorder.report-signed"));
        assertThatThrownBy(() -> order.sign(signature())).isInstanceOf(Problem.class);
    }

    @Test
    void waitingOrdersGoOn() {
        WorkOrder waiting = order(WorkOrderStatus.WAITING_FOR_PART);
        waiting.partArrived();
        assertThat(waiting.status()).isEqualTo(WorkOrderStatus.RELEASED);
        assertThatThrownBy(waiting::partArrived).isInstanceOf(Problem.class);
        waiting.waitForCustomer();
        waiting.customerReady();
        waiting.cancel(NOW);
        assertThatThrownBy(() -> waiting.cancel(NOW)).isInstanceOf(Problem.class);
    }

    @Test
    void whatARepairLacksIsNamed() {
        WorkOrder order = released();
        assertThat(codes(Completeness.beforeSignature(order, true))).contains(Completeness.Code.NOT_STARTED);
        order.start(NOW);
        assertThat(codes(Completeness.beforeSignature(order, true))).containsExactlyInAnyOrder(Completeness.Code.CHECKLIST_ITEM,
                Completeness.Code.OUTCOME, Completeness.Code.FINDINGS, Completeness.Code.ACTIONS, Completeness.Code.TRUE_CAUSE,
                Completeness.Code.PREDICTION_RIGHT);
        order.answer(1, Optional.of(ChecklistItem.Answer.OK), Optional.empty(), "", NOW);
        order.writeReport(draft(VisitOutcome.REPAIRED));
        assertThat(Completeness.beforeSignature(order, true)).isEmpty();
        assertThat(codes(Completeness.beforeLeaving(order, true))).containsExactly(Completeness.Code.SIGNATURE);
        order.sign(signature());
        assertThat(Completeness.beforeLeaving(order, true)).isEmpty();
    }

    @Test
    void aPredictionIsOnlyJudgedWhereThereWasOne() {
        WorkOrder order = released();
        order.start(NOW);
        assertThat(codes(Completeness.beforeSignature(order, false))).doesNotContain(Completeness.Code.PREDICTION_RIGHT);
    }

    @Test
    void whoMetNobodyNeedsNoSignatureButSaysWhy() {
        WorkOrder order = released();
        order.start(NOW);
        order.writeReport(new ServiceReport.Draft("", "", "", List.of(), Set.of(), Optional.empty(), Optional.of(VisitOutcome.NOT_ON_SITE), ""));
        assertThat(codes(Completeness.beforeLeaving(order, true))).containsExactly(Completeness.Code.OUTCOME_NOTE);
        order.writeReport(new ServiceReport.Draft("", "", "", List.of(), Set.of(), Optional.empty(), Optional.of(VisitOutcome.NOT_ON_SITE), "门锁着"));
        assertThat(Completeness.beforeLeaving(order, true)).isEmpty();
    }

    @Test
    void aDeadPartIsOnTheList() {
        WorkOrder order = released();
        order.start(NOW);
        order.writeReport(new ServiceReport.Draft("x", "", "", List.of(), Set.of(), Optional.empty(), Optional.of(VisitOutcome.PART_DEAD_ON_ARRIVAL), "x"));
        assertThat(codes(Completeness.beforeSignature(order, false))).containsExactly(Completeness.Code.DEAD_PART);
        order.addPart(new PartMovement(UUID.randomUUID(), PartMovement.Kind.DEAD_ON_ARRIVAL, "P", 1, "", NOW));
        assertThat(Completeness.beforeSignature(order, false)).isEmpty();
    }

    @Test
    void theSkillFollowsTheModelsCategory() {
        assertThat(SkillFollowsTheModelsCategory.skillFor("server")).contains("SERVER");
        assertThat(SkillFollowsTheModelsCategory.skillFor("DISK ARRAY")).contains("STORAGE");
        assertThat(SkillFollowsTheModelsCategory.skillFor("Coffee machine")).isEmpty();
    }

    @Test
    void aChangedDocumentNameStrokeOrPictureIsNoticed() {
        Signature signature = signature();
        assertThat(signature.documentMatches()).isTrue();
        assertThat(signature.signatureMatches("aa")).isTrue();
        assertThat(signature.signatureMatches("bb")).isFalse();
        Signature otherText = new Signature(signature.name(), signature.strokes(), signature.picture(), "aa", Map.of("actions", "anders"),
                signature.documentSha256(), signature.seal(), NOW);
        assertThat(otherText.documentMatches()).isFalse();
        Signature otherName = new Signature("王五", signature.strokes(), signature.picture(), "aa", signature.document(),
                signature.documentSha256(), signature.seal(), NOW);
        assertThat(otherName.signatureMatches("aa")).isFalse();
        Signature otherTime = new Signature(signature.name(), signature.strokes(), signature.picture(), "aa", signature.document(),
                signature.documentSha256(), signature.seal(), NOW.plusSeconds(1));
        assertThat(otherTime.signatureMatches("aa")).isFalse();
    }

    @Test
    void oneDocumentHasOneText() {
        assertThat(CanonicalJson.write(Map.of("b", List.of(1, true, "x\"\n\u0001"), "a", Map.of("z", "中", "y", 2L))))
                .isEqualTo("{\"a\":{\"y\":2,\"z\":\"中\"},\"b\":[1,true,\"x\\\"\\n\\u0001\"]}");
        assertThatThrownBy(() -> CanonicalJson.write(Map.of("a", new BigDecimal("1.5")))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void strokesStayInsideTheirBox() {
        assertThat(new Signature.Strokes(List.of(List.of(0, 0, 600, 200))).lines()).hasSize(1);
        assertThat(new Signature.Strokes(List.of()).isTyped()).isTrue();
        for (List<List<Integer>> wrong : List.of(List.of(List.of(1, 2)), List.of(List.of(1, 2, 3, 4, 5)),
                List.of(List.of(601, 2, 3, 4)), List.of(List.of(1, 201, 3, 4)))) {
            assertThatThrownBy(() -> new Signature.Strokes(wrong)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void howManyEngineersAreNeededIsSaidBeforeWorkBegins() {
        WorkOrder order = released();
        assertThat(order.crewSize()).isEqualTo(1);
        order.needCrew(WorkOrder.LARGEST_CREW);
        assertThat(order.crewSize()).isEqualTo(4);
        assertThat(order(WorkOrderStatus.WAITING_FOR_PART).mayChangeCrewSize()).isTrue();
        for (int wrong : new int[] {0, 5}) {
            assertThatThrownBy(() -> order.needCrew(wrong)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void onceWorkHasBegunItIsDoneByWhoeverIsThere() {
        for (WorkOrderStatus settled : List.of(WorkOrderStatus.IN_WORK, WorkOrderStatus.COMPLETED, WorkOrderStatus.CANCELLED)) {
            assertThatThrownBy(() -> order(settled).needCrew(2)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.code()).isEqualTo("workorder.crew-size-is-settled"));
        }
    }

    private static List<Completeness.Code> codes(List<Completeness.Missing> missing) {
        return missing.stream().map(Completeness.Missing::code).toList();
    }

    private static ServiceReport.Draft draft(VisitOutcome outcome) {
        return new ServiceReport.Draft("f", "a", "", List.of("board.mainboard"), Set.of(), Optional.of(true), Optional.of(outcome), "n");
    }

    private static Signature signature() {
        return Signature.of("李建国", new Signature.Strokes(List.of(List.of(1, 2, 3, 4))), new FileId(new UUID(0, 1)), "aa",
                Map.of("actions", "换主板"), NOW);
    }

    private static WorkOrder released() {
        return order(WorkOrderStatus.RELEASED);
    }

    private static WorkOrder order(WorkOrderStatus status) {
        return WorkOrder.released(new WorkOrder.Facts(new WorkOrderId(new UUID(0, 1)), "W-2026-001001", new CaseId(new UUID(0, 2)),
                "C-2026-001001", "REPAIR", "No display", new AccountId(new UUID(0, 3)), new SiteId(new UUID(0, 4)), Optional.empty(),
                Optional.empty(), Optional.empty(), 90, 1, Optional.empty(), "FIRST_VISIT", Language.CHINESE, NOW, new OrgPath("house")),
                new WorkOrder.Promise(Priority.P2, Optional.empty()), 1, status, List.of(ChecklistItem.open(1, "检查", "Check",
                        ChecklistItem.Kind.CHECK, "", Optional.empty(), Optional.empty(), true)));
    }
}
