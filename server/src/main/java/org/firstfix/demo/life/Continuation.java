package org.firstfix.demo.life;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.CaseSummary;
import org.firstfix.cases.usecase.CloseCase;
import org.firstfix.cases.usecase.EndCriticalWatch;
import org.firstfix.cases.usecase.ResolveRemotely;
import org.firstfix.cases.usecase.ResumeCase;
import org.firstfix.cases.usecase.TakeCaseBack;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.demo.scenery.FaultBook;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.diagnosis.domain.Expectation;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;

/** Brings a case that lay open when the demo was switched off to its end, from wherever it stands. */
final class Continuation {
    private final World world;
    private final DiagnosisApi diagnosis;
    private final CaseSummary left;
    private final Machine machine;
    private final Dice dice;
    private final Duration pace;
    private final String cause;

    /** @param pace about how long each step takes, so that all of it fits into the time that passed */
    Continuation(World world, DiagnosisApi diagnosis, CaseSummary left, Machine machine, Dice dice, Duration pace) {
        this.world = world;
        this.diagnosis = diagnosis;
        this.left = left;
        this.machine = machine;
        this.dice = dice;
        this.pace = pace;
        this.cause = left.symptomCode().filter(code -> FaultBook.report(code) != null).map(code -> dice.weighted(FaultBook.causes(code, machine.family())))
                .orElse("connection.cable");
    }

    void begin(Instant at) {
        world.timeline().at(at, this::step);
    }

    private void next() {
        world.timeline().at(world.timeline().now().plus(pace), this::step);
    }

    private Person agent() {
        return world.house().agent(machine.site().branch(), world.timeline().now(), dice);
    }

    /** Whatever comes next for where the case stands now. */
    private void step() {
        CaseTools desk = world.desk();
        CaseSummary it = desk.cases().get(left.id());
        Person agent = agent();
        switch (it.status()) {
            case WAITING_FOR_CUSTOMER -> {
                world.stage().by(agent, desk.resume(), () -> desk.resume().handle(new ResumeCase.Command(it.number(), Optional.empty())));
                next();
            }
            case WITH_VENDOR -> {
                world.stage().by(agent, desk.fromVendor(), () -> desk.fromVendor().handle(new TakeCaseBack.Command(it.number(), "原厂已回复")));
                next();
            }
            case RECEIVED -> {
                Person support = world.house().support(dice);
                world.stage().by(support, desk.resolve(), () -> desk.resolve().handle(new ResolveRemotely.Command(it.number(), cause,
                        "远程指导：" + FaultBook.cause(cause).action(), Optional.empty())));
                next();
            }
            case RELEASED -> world.field().workOrders().ofCase(it.id()).stream().filter(WorkOrderSummary::isOpen).findFirst().ifPresent(this::visit);
            case WORK_DONE, RESOLVED_REMOTELY -> close(it, agent);
            case CLOSED, CANCELLED -> {}
        }
    }

    private void visit(WorkOrderSummary order) {
        Person dispatcher = world.house().dispatcher(machine.site().branch(), dice);
        if (order.status() == WorkOrderStatus.WAITING_FOR_PART) {
            world.dispatching().partArrived(dispatcher, Optional.of(order.number()));
            next();
            return;
        }
        VisitStory visit = new VisitStory(world, machine, new VisitStory.Matter(order.caseNumber(), List.of(cause), expectation(), false),
                Plot.visitAt(world.timeline().now().plus(pace)).taking(pace.multipliedBy(2)), dice, true, ended -> next());
        visit.goOn(order);
    }

    private Expectation expectation() {
        return diagnosis.diagnosisOf(left.id()).map(said -> new Expectation(said.unknown(), said.likelyCauses().stream()
                .map(likely -> new Expectation.Likely(likely.code(), likely.probability().max(new BigDecimal("0.01")))).toList(),
                said.carriedParts().stream().map(part -> part.number()).toList(), "")).orElse(Expectation.NOTHING);
    }

    private void close(CaseSummary it, Person agent) {
        CaseTools desk = world.desk();
        if (it.criticalWatch()) {
            world.stage().by(world.house().manager(), desk.endWatch(), () -> desk.endWatch().handle(new EndCriticalWatch.Command(it.number(),
                    "经过：" + FaultBook.cause(cause).finding() + "。\n处理：" + FaultBook.cause(cause).action() + "。")));
        }
        world.stage().by(agent, desk.close(), () -> desk.close().handle(new CloseCase.Command(it.number(), "运行正常，满意")));
    }

    /** Whether somebody must have dealt with it by then: it was due, or somebody was booked. */
    static boolean isDueBy(CaseSummary it, Instant then, Optional<Instant> booked) {
        boolean open = it.status() != CaseStatus.CLOSED && it.status() != CaseStatus.CANCELLED;
        boolean old = it.reportedAt().isBefore(then.minus(Duration.ofDays(2)));
        return open && (old || it.criticalWatch() || it.dueAt().filter(then::isAfter).isPresent() || booked.filter(then::isAfter).isPresent());
    }
}
