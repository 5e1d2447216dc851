package org.firstfix.workorder.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.domain.VisitOutcome;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrderLine;
import org.firstfix.workorder.query.WorkOrderList;
import org.firstfix.workorder.query.WorkOrderScreen;
import org.firstfix.workorder.usecase.AddWorkOrderLine;
import org.firstfix.workorder.usecase.CancelWorkOrder;
import org.firstfix.workorder.usecase.ChangeWorkOrderLine;
import org.firstfix.workorder.usecase.OrderVisit;
import org.firstfix.workorder.usecase.ReportCustomerReady;
import org.firstfix.workorder.usecase.ReportPartArrived;
import org.firstfix.workorder.usecase.SetCrewSize;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Work orders as dispatch and the desk see them. */
@RestController
@RequestMapping("/api/v1")
class WorkOrderController {
    private final WorkOrderList list;
    private final WorkOrderScreen screen;
    private final OrderVisit orderVisit;
    private final CancelWorkOrder cancelWorkOrder;
    private final SetCrewSize setCrewSize;
    private final ReportPartArrived reportPartArrived;
    private final ReportCustomerReady reportCustomerReady;
    private final AddWorkOrderLine addWorkOrderLine;
    private final ChangeWorkOrderLine changeWorkOrderLine;

    WorkOrderController(WorkOrderList list, WorkOrderScreen screen, OrderVisit orderVisit,
            CancelWorkOrder cancelWorkOrder, SetCrewSize setCrewSize, ReportPartArrived reportPartArrived, ReportCustomerReady reportCustomerReady,
            AddWorkOrderLine addWorkOrderLine, ChangeWorkOrderLine changeWorkOrderLine) {
        this.list = list;
        this.screen = screen;
        this.orderVisit = orderVisit;
        this.cancelWorkOrder = cancelWorkOrder;
        this.setCrewSize = setCrewSize;
        this.reportPartArrived = reportPartArrived;
        this.reportCustomerReady = reportCustomerReady;
        this.addWorkOrderLine = addWorkOrderLine;
        this.changeWorkOrderLine = changeWorkOrderLine;
    }

    record NewWorkOrder(@NotBlank @Size(max = 40) String caseNumber, @NotBlank @Size(max = 40) String workType) {}

    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    record Crew(@Min(1) @Max(WorkOrder.LARGEST_CREW) int size, @NotBlank @Size(max = 1000) String reason) {}

    record NewLine(@NotBlank @Size(max = 500) String task) {}

    record LineChange(@NotNull WorkOrderLine.Status status) {}

    @GetMapping("/work-orders")
    @Reads("work-order.read")
    Page<WorkOrderList.Row> list(@RequestParam(required = false) @Nullable List<WorkOrderStatus> status,
            @RequestParam(required = false) @Nullable VisitOutcome outcome,
            @RequestParam(required = false) @Nullable PersonId engineer,
            @RequestParam(required = false) @Nullable @Size(max = 40) String customer,
            @RequestParam(required = false) @Nullable @Size(max = 40) String caseNumber,
            @RequestParam(required = false) @Nullable Instant from, @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return list.list(Actors.current().scope(), new WorkOrderList.Filter(status == null ? List.of() : status,
                Optional.ofNullable(outcome).map(Enum::name), Optional.ofNullable(engineer), Optional.ofNullable(customer),
                Optional.ofNullable(caseNumber), Optional.ofNullable(from), Optional.ofNullable(to)), PageRequest.of(limit, cursor));
    }

    @GetMapping("/work-orders/unassigned")
    @Reads("work-order.read")
    Page<WorkOrderList.Row> unassigned(@RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.unassigned(Actors.current().scope(), PageRequest.of(limit, cursor));
    }

    @PostMapping("/work-orders")
    @Performs(OrderVisit.class)
    @ResponseStatus(HttpStatus.CREATED)
    WorkOrderScreen.View order(@Valid @RequestBody NewWorkOrder wanted) {
        return screen.show(orderVisit.handle(new OrderVisit.Command(wanted.caseNumber(), wanted.workType())));
    }

    @GetMapping("/work-orders/{number}")
    @Reads("work-order.read")
    ResponseEntity<WorkOrderScreen.View> show(@PathVariable String number) {
        WorkOrderScreen.View view = screen.show(number);
        return Versioned.ok(view, view.version());
    }

    @PostMapping("/work-orders/{number}/cancel")
    @Performs(CancelWorkOrder.class)
    WorkOrderScreen.View cancel(@PathVariable String number, @Valid @RequestBody Reason reason) {
        cancelWorkOrder.handle(new CancelWorkOrder.Command(number, reason.reason()));
        return screen.show(number);
    }

    @PutMapping("/work-orders/{number}/crew-size")
    @Performs(SetCrewSize.class)
    WorkOrderScreen.View crewSize(@PathVariable String number, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Crew crew) {
        setCrewSize.handle(new SetCrewSize.Command(number, crew.size(), crew.reason(), Versioned.expected(ifMatch)));
        return screen.show(number);
    }

    @PostMapping("/work-orders/{number}/part-arrived")
    @Performs(ReportPartArrived.class)
    WorkOrderScreen.View partArrived(@PathVariable String number) {
        reportPartArrived.handle(new ReportPartArrived.Command(number));
        return screen.show(number);
    }

    @PostMapping("/work-orders/{number}/customer-ready")
    @Performs(ReportCustomerReady.class)
    WorkOrderScreen.View customerReady(@PathVariable String number) {
        reportCustomerReady.handle(new ReportCustomerReady.Command(number));
        return screen.show(number);
    }

    @PostMapping("/work-orders/{number}/lines")
    @Performs(AddWorkOrderLine.class)
    @ResponseStatus(HttpStatus.CREATED)
    WorkOrderScreen.View addLine(@PathVariable String number, @Valid @RequestBody NewLine line) {
        addWorkOrderLine.handle(new AddWorkOrderLine.Command(number, line.task()));
        return screen.show(number);
    }

    @PutMapping("/work-orders/{number}/lines/{position}")
    @Performs(ChangeWorkOrderLine.class)
    WorkOrderScreen.View changeLine(@PathVariable String number, @PathVariable int position, @Valid @RequestBody LineChange change) {
        changeWorkOrderLine.handle(new ChangeWorkOrderLine.Command(number, position, change.status()));
        return screen.show(number);
    }
}
