package org.firstfix.demo.life;

import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.query.WorkOrderScreen;
import org.firstfix.workorder.usecase.AnswerChecklistItem;
import org.firstfix.workorder.usecase.CompleteWorkOrder;
import org.firstfix.workorder.usecase.RecordPart;
import org.firstfix.workorder.usecase.ReportCustomerReady;
import org.firstfix.workorder.usecase.ReportPartArrived;
import org.firstfix.workorder.usecase.SetCrewSize;
import org.firstfix.workorder.usecase.SignServiceReport;
import org.firstfix.workorder.usecase.WriteServiceReport;
import org.springframework.stereotype.Component;

/** What engineers and dispatchers work with. */
@Component
record FieldTools(WorkOrderApi workOrders, WorkOrderScreen screen, AnswerChecklistItem answer, RecordPart part, WriteServiceReport write,
        SignServiceReport sign, SetCrewSize crewSize, CompleteWorkOrder complete, ReportPartArrived partArrived, ReportCustomerReady customerReady) {}
