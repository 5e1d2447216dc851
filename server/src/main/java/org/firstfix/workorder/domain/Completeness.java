package org.firstfix.workorder.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.workorder.WorkOrderStatus;

/** What a visit still lacks before the customer can sign it and before the engineer can leave it. Each rule by name. */
public final class Completeness {
    /**
     * Something that is missing.
     *
     * @param code NOT_STARTED, OUTCOME, FINDINGS, ACTIONS, OUTCOME_NOTE, TRUE_CAUSE, PREDICTION_RIGHT, CHECKLIST_ITEM,
     *     DEAD_PART or SIGNATURE
     * @param position of the checklist item, where it is one
     */
    public record Missing(Code code, Optional<Integer> position) {
        static Missing of(Code code) {
            return new Missing(code, Optional.empty());
        }
    }

    public enum Code {
        NOT_STARTED,
        OUTCOME,
        FINDINGS,
        ACTIONS,
        OUTCOME_NOTE,
        TRUE_CAUSE,
        PREDICTION_RIGHT,
        CHECKLIST_ITEM,
        DEAD_PART,
        SIGNATURE
    }

    private Completeness() {}

    /** @param predicted whether technical support had predicted a cause that can be judged */
    public static List<Missing> beforeSignature(WorkOrder workOrder, boolean predicted) {
        List<Missing> missing = new ArrayList<>();
        ServiceReport.Draft draft = workOrder.report().draft();
        Optional<VisitOutcome> outcome = draft.outcome();
        if (workOrder.startedAt().isEmpty() || workOrder.status() != WorkOrderStatus.IN_WORK) {
            missing.add(Missing.of(Code.NOT_STARTED));
        }
        missing.addAll(requiredChecksAreAnswered(workOrder));
        if (outcome.isEmpty()) {
            missing.add(Missing.of(Code.OUTCOME));
        }
        if (lookedAtTheMachine(outcome) && draft.findings().isBlank()) {
            missing.add(Missing.of(Code.FINDINGS));
        }
        if (aRepairSaysWhatWasDone(outcome) && draft.actions().isBlank()) {
            missing.add(Missing.of(Code.ACTIONS));
        }
        if (aRepairNamesItsTrueCause(outcome) && draft.trueCauses().isEmpty()) {
            missing.add(Missing.of(Code.TRUE_CAUSE));
        }
        if (predicted && aPredictionIsJudged(outcome) && draft.predictionRight().isEmpty()) {
            missing.add(Missing.of(Code.PREDICTION_RIGHT));
        }
        if (anOpenEndIsExplained(outcome) && draft.outcomeNote().isBlank()) {
            missing.add(Missing.of(Code.OUTCOME_NOTE));
        }
        if (outcome.filter(VisitOutcome.PART_DEAD_ON_ARRIVAL::equals).isPresent() && workOrder.parts().stream()
                .noneMatch(part -> part.kind() == PartMovement.Kind.DEAD_ON_ARRIVAL)) {
            missing.add(Missing.of(Code.DEAD_PART));
        }
        return missing;
    }

    public static List<Missing> beforeLeaving(WorkOrder workOrder, boolean predicted) {
        List<Missing> missing = new ArrayList<>(beforeSignature(workOrder, predicted));
        if (theCustomerSignsWhatWasDone(workOrder)) {
            missing.add(Missing.of(Code.SIGNATURE));
        }
        return missing;
    }

    private static boolean theCustomerSignsWhatWasDone(WorkOrder workOrder) {
        return !workOrder.report().isSigned()
                && workOrder.report().draft().outcome().map(VisitOutcome::needsSignature).orElse(true);
    }

    /** Only a repaired machine can be checked to the end. */
    private static List<Missing> requiredChecksAreAnswered(WorkOrder workOrder) {
        if (workOrder.report().draft().outcome().filter(outcome -> outcome != VisitOutcome.REPAIRED).isPresent()) {
            return List.of();
        }
        return workOrder.checklist().stream().filter(item -> item.required() && !item.isAnswered())
                .map(item -> new Missing(Code.CHECKLIST_ITEM, Optional.of(item.position()))).toList();
    }

    private static boolean lookedAtTheMachine(Optional<VisitOutcome> outcome) {
        return outcome.map(end -> !end.waitsForCustomer()).orElse(true);
    }

    private static boolean aRepairSaysWhatWasDone(Optional<VisitOutcome> outcome) {
        return outcome.map(VisitOutcome.REPAIRED::equals).orElse(true);
    }

    private static boolean aRepairNamesItsTrueCause(Optional<VisitOutcome> outcome) {
        return outcome.map(VisitOutcome.REPAIRED::equals).orElse(true);
    }

    private static boolean aPredictionIsJudged(Optional<VisitOutcome> outcome) {
        return outcome.map(end -> end == VisitOutcome.REPAIRED || end == VisitOutcome.WRONG_PREDICTION).orElse(true);
    }

    private static boolean anOpenEndIsExplained(Optional<VisitOutcome> outcome) {
        return outcome.filter(end -> end != VisitOutcome.REPAIRED).isPresent();
    }
}
