package org.firstfix.cases.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.QuoteRequest;
import org.firstfix.platform.identity.Actor;

/** The steps that a case's status and its caller's permissions allow. Names are those of the API's sub-resources. */
final class CaseActions {
    private CaseActions() {}

    static List<String> of(Case it, Optional<QuoteRequest> quote, boolean mine, Actor actor) {
        List<String> actions = new ArrayList<>();
        boolean alive = it.isUnderWay() || it.mayBeClosed();
        add(actions, "respond", actor.may("case.work") && it.mayBeResponded());
        add(actions, "release", actor.may("case.release") && it.mayBeReleased());
        add(actions, "resolve-remotely", actor.may("case.resolve") && it.mayBeResolvedRemotely());
        add(actions, "close", actor.may("case.close") && it.mayBeClosed() && !it.standing().criticalWatch());
        if (actor.may("case.work")) {
            add(actions, "take", alive && !mine);
            add(actions, "correct", it.isUnderWay());
            add(actions, "send-quote", it.isUnderWay() && quote.filter(QuoteRequest::mayBeSent).isPresent());
            add(actions, "answer-quote", it.isUnderWay() && quote.filter(QuoteRequest::mayBeAnswered).isPresent());
            add(actions, "wait-for-customer", it.mayWaitForCustomer());
            add(actions, "customer-ready", it.status() == CaseStatus.WAITING_FOR_CUSTOMER);
            add(actions, "hand-to-vendor", it.mayBeHandedToVendor());
            add(actions, "take-back", it.status() == CaseStatus.WITH_VENDOR);
            add(actions, "reopen", it.mayBeReopened());
            add(actions, "cancel", it.isUnderWay() && !it.standing().criticalWatch());
            actions.add("note");
            actions.add("attach");
        }
        if (actor.may("case.watch")) {
            add(actions, "start-watch", it.mayBeWatched());
            add(actions, "send-progress-message", it.standing().criticalWatch());
            add(actions, "end-watch", it.standing().criticalWatch());
        }
        return actions;
    }

    private static void add(List<String> actions, String action, boolean allowed) {
        if (allowed) {
            actions.add(action);
        }
    }
}
