package org.firstfix.workorder.paper;

import java.util.Map;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.problem.Problem;
import org.firstfix.workorder.domain.Signature;
import org.firstfix.workorder.domain.WorkOrder;
import org.springframework.stereotype.Component;

/** Prints the signed report of a work order. */
@Component
public class ReportPress {
    private final ReportDocuments documents;
    private final CustomerApi customers;
    private final ServiceReportPdf paper;

    ReportPress(ReportDocuments documents, CustomerApi customers, ServiceReportPdf paper) {
        this.documents = documents;
        this.customers = customers;
        this.paper = paper;
    }

    /** @throws Problem 409 if it is not signed */
    public byte[] print(WorkOrder workOrder) {
        Signature signature = workOrder.report().signature().orElseThrow(() ->
                Problem.conflict("workorder.report-unsigned", Map.of("number", workOrder.facts().number())));
        return paper.print(documents.fromMap(signature.document()), signature, customers.site(workOrder.facts().siteId()).zone());
    }
}
