package org.firstfix.notification.reaction;

import org.firstfix.notification.usecase.Telling;
import org.firstfix.workorder.ServiceReportSigned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The customer gets what was signed. */
@Component
class OnServiceReportSigned {
    private final Telling telling;

    OnServiceReportSigned(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(ServiceReportSigned event) {
        telling.about(event.caseId(), about -> telling.customer(about, "report-signed:" + event.workOrderId().value(), "report-signed",
                about.customerFacts().with("workOrder", event.number()).with("signedBy", event.signedByName()).with("reportOf", event.workOrderId().value().toString())
                        .fact("work-order", event.number()).fact("signed-by", event.signedByName())
                        .fact("signed-at", about.moment(event.occurredAt()))));
    }
}
