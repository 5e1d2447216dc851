package org.firstfix.exam.reaction;

import org.firstfix.cases.CaseReopened;
import org.firstfix.diagnosis.PredictionScored;
import org.firstfix.exam.usecase.NoteLessons;
import org.firstfix.workorder.VisitEndedOpen;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Second visits, missed predictions, wrong parts and reopened cases are what exams are made of. */
@Component
class OnWhatWentWrong {
    private final NoteLessons lessons;

    OnWhatWentWrong(NoteLessons lessons) {
        this.lessons = lessons;
    }

    @EventListener
    void on(VisitEndedOpen visit) {
        lessons.visitEndedOpen(visit);
    }

    @EventListener
    void on(PredictionScored score) {
        lessons.scored(score);
    }

    @EventListener
    void on(CaseReopened news) {
        lessons.reopened(news);
    }
}
