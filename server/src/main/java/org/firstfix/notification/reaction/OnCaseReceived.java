package org.firstfix.notification.reaction;

import java.util.List;
import org.firstfix.cases.CaseReceived;
import org.firstfix.notification.domain.Values;
import org.firstfix.notification.usecase.Telling;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.SlaApi;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Confirms to the customer that it is ours now, with the number and the times we promise. */
@Component
class OnCaseReceived {
    private final Telling telling;
    private final SlaApi clocks;

    OnCaseReceived(Telling telling, SlaApi clocks) {
        this.telling = telling;
        this.clocks = clocks;
    }

    @EventListener
    void on(CaseReceived event) {
        telling.about(event.caseId(), about -> {
            Values values = about.customerFacts();
            List<ClockSummary.MilestoneView> promises = clocks.clockOf(event.caseId().value()).stream()
                    .flatMap(clock -> clock.milestones().stream()).filter(promise -> promise.dueAt().isPresent()).toList();
            values.with("promised", promises.isEmpty() ? "no" : "yes");
            values.fact("reported", about.moment(about.facts().reportedAt()));
            promises.forEach(promise -> values.fact("promise-" + promise.kind(), about.moment(promise.dueAt().orElseThrow())));
            telling.customer(about, "case-received:" + event.caseId().value(), "case-received", values);
        });
    }
}
