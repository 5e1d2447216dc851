package org.firstfix.workorder.usecase;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.UUID;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.files.FileKind;
import org.firstfix.platform.files.FileStore;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.firstfix.workorder.paper.ReportPress;
import org.springframework.stereotype.Component;

/** Keeps the printed form of signed reports. */
@Component
class PrintedReports {
    private final WorkOrders workOrders;
    private final ReportPress press;
    private final FileStore files;

    PrintedReports(WorkOrders workOrders, ReportPress press, FileStore files) {
        this.workOrders = workOrders;
        this.press = press;
        this.files = files;
    }

    /** Prints the report of a signed work order; a second time changes nothing. */
    void keep(String workOrderId) {
        WorkOrder workOrder = workOrders.load(new WorkOrderId(UUID.fromString(workOrderId)));
        if (workOrder.report().pdf().isEmpty()) {
            FileId file = files.store(new ByteArrayInputStream(press.print(workOrder)), workOrder.facts().number() + ".pdf",
                    Set.of(FileKind.PDF), workOrder.facts().orgPath()).id();
            workOrders.keepPrint(workOrder.facts().id(), file);
        }
    }
}
