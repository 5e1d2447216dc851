package org.firstfix.knowledge.reaction;

import org.firstfix.cases.CaseCancelled;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseReopened;
import org.firstfix.cases.CaseResolvedRemotely;
import org.firstfix.diagnosis.PredictionScored;
import org.firstfix.knowledge.domain.CaseEnding.Solved;
import org.firstfix.knowledge.usecase.CountEnding;
import org.firstfix.knowledge.usecase.CountEnding.News;
import org.firstfix.workorder.VisitEndedOpen;
import org.firstfix.workorder.WorkOrderCompleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happened next: how a case ended says what the knowledge used on it was worth. */
@Component
class OnCaseEnding {
    private final CountEnding countEnding;

    OnCaseEnding(CountEnding countEnding) {
        this.countEnding = countEnding;
    }

    @EventListener
    void on(CaseResolvedRemotely news) {
        count(news.caseId(), new News.SolvedBy(Solved.REMOTELY, news.occurredAt()));
    }

    @EventListener
    void on(WorkOrderCompleted news) {
        count(news.caseId(), new News.SolvedBy(Solved.AT_THE_SITE, news.leftAt()));
    }

    @EventListener
    void on(VisitEndedOpen news) {
        count(news.caseId(), new News.VisitEndedOpen(news.outcome()));
    }

    @EventListener
    void on(PredictionScored news) {
        count(news.caseId(), new News.CausesFound(news.trueCauses()));
    }

    @EventListener
    void on(CaseReopened news) {
        count(news.caseId(), new News.Reopened());
    }

    @EventListener
    void on(CaseCancelled news) {
        count(news.caseId(), new News.Withdrawn());
    }

    private void count(CaseId caseId, News news) {
        countEnding.handle(new CountEnding.Command(caseId, news));
    }
}
