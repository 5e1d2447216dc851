package org.firstfix.demo.life;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.demo.scenery.FaultBook;
import org.firstfix.diagnosis.SiteCondition;
import org.firstfix.diagnosis.domain.Expectation;
import org.firstfix.workorder.WorkOrderSummary;
import org.firstfix.workorder.domain.ChecklistItem;
import org.firstfix.workorder.domain.PartMovement;
import org.firstfix.workorder.domain.ServiceReport;
import org.firstfix.workorder.domain.VisitOutcome;
import org.firstfix.workorder.query.WorkOrderScreen;
import org.firstfix.workorder.usecase.AnswerChecklistItem;
import org.firstfix.workorder.usecase.CompleteWorkOrder;
import org.firstfix.workorder.usecase.RecordPart;
import org.firstfix.workorder.usecase.SetCrewSize;
import org.firstfix.workorder.usecase.SignServiceReport;
import org.firstfix.workorder.usecase.WriteServiceReport;

/** One visit: booked, travelled to, worked, signed and left. */
final class VisitStory {
    /** What the visit is about. */
    record Matter(String caseNumber, List<String> trueCauses, Expectation expected, boolean own) {}

    /** @param next number of the work order that follows */
    record Ended(VisitOutcome outcome, Optional<String> next) {}

    private static final Duration LONGEST_WAY = Duration.ofMinutes(120);

    private final World world;
    private final Machine machine;
    private final Matter matter;
    private final Plot plot;
    private final Dice dice;
    private final boolean first;
    private final Consumer<Ended> afterwards;

    VisitStory(World world, Machine machine, Matter matter, Plot plot, Dice dice, boolean first, Consumer<Ended> afterwards) {
        this.world = world;
        this.machine = machine;
        this.matter = matter;
        this.plot = plot;
        this.dice = dice;
        this.first = first;
        this.afterwards = afterwards;
    }

    private Instant now() {
        return world.timeline().now();
    }

    void book(WorkOrderSummary order) {
        Duration length = plot.visitTakes().orElseGet(() -> Duration.ofMinutes(15L * dice.between(4, 9)));
        Optional<Person> only = matter.own() ? Optional.of(world.house().dedicatedEngineer()) : Optional.empty();
        Optional<Person> not = order.visitReason().equals("HANDED_OVER") ? lastEngineer(order) : Optional.empty();
        Optional<Roster.Slot> slot = world.roster().find(machine.site().branch(), machine.site().district().territory(),
                order.requiredSkill().orElse(""), wanted(order), length, only, not, dice);
        if (slot.isEmpty() && only.isPresent()) {
            slot = world.roster().find(machine.site().branch(), machine.site().district().territory(), order.requiredSkill().orElse(""),
                    wanted(order), length, Optional.empty(), not, dice);
        }
        slot.ifPresent(found -> book(order, found));
    }

    private Optional<Person> lastEngineer(WorkOrderSummary order) {
        return world.field().workOrders().ofCase(order.caseId()).stream().flatMap(visit -> visit.engineerId().stream())
                .flatMap(id -> world.roster().engineers().stream().filter(person -> person.id().equals(id))).findFirst();
    }

    /** Most come well before it is due, some late: somebody was ill, the road was full, the part came late. */
    private Instant wanted(WorkOrderSummary order) {
        if (first && plot.visitAt().isPresent()) {
            return plot.visitAt().get();
        }
        Instant soon = now().plus(dice.minutes(45, 90));
        if (order.dueAt().isEmpty()) {
            return soon.plus(dice.minutes(60, 1500));
        }
        Instant due = order.dueAt().get();
        if (!plot.isForced() && dice.chance(0.055)) {
            return due.isAfter(now()) ? due.plus(dice.minutes(10, 150)) : soon;
        }
        long free = Duration.between(soon, due.minus(Duration.ofMinutes(50))).toMinutes();
        return free <= 0 ? soon : soon.plus(Duration.ofMinutes((long) (free * dice.between(0.0, 0.6))));
    }

    private void book(WorkOrderSummary order, Roster.Slot slot) {
        Person dispatcher = world.house().dispatcher(machine.site().branch(), dice);
        world.roster().book(slot.engineer(), slot.span());
        Optional<Person> colleague = plot.forTwo() ? world.roster().colleague(slot, order.requiredSkill().orElse("")) : Optional.empty();
        if (plot.forTwo()) {
            needTwo(world, dispatcher, order);
        }
        colleague.ifPresent(person -> world.roster().book(person, slot.span()));
        String appointment = world.dispatching().book(dispatcher, order, slot, colleague);
        world.dispatching().willBeAt(slot.engineer(), slot.span().from(), machine.site().place());
        if (plot.rests() == Plot.Rest.BOOKED) {
            return;
        }
        Instant from = slot.span().from();
        if (!plot.isForced() && dice.chance(0.03) && now().plus(Duration.ofHours(3)).isBefore(from)) {
            world.timeline().at(now().plus(dice.minutes(30, 120)), () -> {
                world.roster().release(slot.engineer(), from);
                world.dispatching().willNotBeAt(slot.engineer(), from);
                world.dispatching().cancel(dispatcher, appointment, dice.oneOf("工程师临时被调往紧急工单", "客户要求改期"));
                world.timeline().at(now().plus(dice.minutes(10, 40)), () -> again(order));
            });
            return;
        }
        Instant leaves = from.minus(dice.minutes(18, 45));
        boolean accepts = now().plus(Duration.ofMinutes(12)).isBefore(leaves);
        Instant soonest = accepts ? now().plus(Duration.ofMinutes(11)) : now();
        if (accepts) {
            world.timeline().at(now().plus(dice.minutes(2, 10)), () -> world.dispatching().accept(slot.engineer(), appointment));
        }
        Instant arrives = from.plus(dice.minutes(dice.chance(0.12) ? 5 : -9, dice.chance(0.12) ? 35 : 6));
        // Where he comes from is known when the visits before are booked.
        world.timeline().at(arrives.minus(LONGEST_WAY), () -> {
            Instant sets = arrives.minus(world.dispatching().wayTo(slot.engineer(), from, machine.site().place(), dice.of(appointment)));
            Instant leavesAt = plot.isForced() && leaves.isBefore(sets) ? leaves : sets;
            world.timeline().at(leavesAt.isBefore(soonest) ? soonest : leavesAt, () -> world.dispatching().travel(slot.engineer(), appointment));
            world.timeline().at(arrives, () -> arrive(order, slot, appointment));
        });
    }

    static void needTwo(World world, Person dispatcher, WorkOrderSummary order) {
        if (order.crewSize() == 1) {
            SetCrewSize size = world.field().crewSize();
            world.stage().by(dispatcher, size, () -> size.handle(new SetCrewSize.Command(order.number(), 2, "设备要从机柜上抬下来，一个人搬不动",
                    world.field().screen().show(order.number()).version())));
        }
    }

    /** On from where the visit stands: nobody booked, on the way, or at the site already. */
    void goOn(WorkOrderSummary order) {
        Optional<Person> engineer = order.engineerId().flatMap(id -> world.roster().engineers().stream()
                .filter(person -> person.id().equals(id)).findFirst());
        Optional<String> appointment = world.dispatching().currentOf(order);
        if (engineer.isEmpty() || appointment.isEmpty()) {
            book(order);
            return;
        }
        Roster.Slot slot = new Roster.Slot(engineer.get(), new Roster.Span(now(), now().plus(Duration.ofHours(1))));
        if (order.status() == org.firstfix.workorder.WorkOrderStatus.IN_WORK) {
            check(engineer.get(), order, VisitOutcome.REPAIRED);
            leave(slot, order, VisitOutcome.REPAIRED);
        } else {
            arrive(order, slot, appointment.get());
        }
    }

    private void again(WorkOrderSummary order) {
        world.field().workOrders().findByNumber(order.number()).filter(WorkOrderSummary::isOpen).ifPresent(this::book);
    }

    private void arrive(WorkOrderSummary order, Roster.Slot slot, String appointment) {
        world.dispatching().arrive(slot.engineer(), appointment, machine.site().place());
        VisitOutcome outcome = outcome();
        Duration length = Duration.between(slot.span().from(), slot.span().to());
        boolean short_ = outcome == VisitOutcome.CUSTOMER_NOT_READY || outcome == VisitOutcome.CUSTOMER_REFUSED || outcome == VisitOutcome.NOT_ON_SITE;
        Duration works = plot.visitTakes().orElseGet(() -> short_ ? dice.minutes(10, 25)
                : Duration.ofMinutes((long) (length.toMinutes() * dice.between(0.55, 0.95))));
        if (!short_) {
            world.timeline().at(now().plus(works.dividedBy(3)), () -> check(slot.engineer(), order, outcome));
        }
        world.timeline().at(now().plus(works), () -> leave(slot, order, outcome));
    }

    /** How the visit ends follows from what was carried and what was needed, and from how the day goes. */
    private VisitOutcome outcome() {
        if (first && plot.firstVisit().isPresent()) {
            return plot.firstVisit().get();
        }
        if (plot.isForced()) {
            return VisitOutcome.REPAIRED;
        }
        if (!first) {
            return dice.chance(0.96) ? VisitOutcome.REPAIRED : VisitOutcome.CUSTOMER_NOT_READY;
        }
        double day = dice.between(0.0, 1.0);
        if (day < 0.052) {
            return day < 0.022 ? VisitOutcome.CUSTOMER_NOT_READY : day < 0.030 ? VisitOutcome.NOT_ON_SITE
                    : day < 0.034 ? VisitOutcome.CUSTOMER_REFUSED : day < 0.047 ? VisitOutcome.HANDED_OVER : VisitOutcome.WITH_VENDOR;
        }
        List<String> needed = needed();
        if (matter.expected().parts().containsAll(needed)) {
            return !needed.isEmpty() && dice.chance(0.025) ? VisitOutcome.PART_DEAD_ON_ARRIVAL : VisitOutcome.REPAIRED;
        }
        // A colleague brings the part the same day, more often than not.
        if (dice.chance(0.5)) {
            return VisitOutcome.REPAIRED;
        }
        return predicted() && !topWasRight() ? VisitOutcome.WRONG_PREDICTION : VisitOutcome.PART_MISSING;
    }

    private List<String> needed() {
        return matter.trueCauses().stream().flatMap(cause -> world.shelf().partFor(cause, machine.family()).stream()).distinct().toList();
    }

    private boolean predicted() {
        return !matter.expected().unknown() && !matter.expected().causes().isEmpty();
    }

    private boolean topWasRight() {
        return predicted() && matter.trueCauses().contains(matter.expected().causes().getFirst().causeCode());
    }

    private void check(Person engineer, WorkOrderSummary order, VisitOutcome outcome) {
        AnswerChecklistItem answer = world.field().answer();
        for (WorkOrderScreen.Check item : world.field().screen().checklist(order.number())) {
            boolean afterwardsOnly = item.textEn().contains("repair") || item.textEn().contains("cleared");
            if (afterwardsOnly && outcome != VisitOutcome.REPAIRED) {
                continue;
            }
            boolean reading = item.kind() == ChecklistItem.Kind.READING;
            if (reading && dice.chance(0.3)) {
                continue;
            }
            Optional<BigDecimal> value = reading ? Optional.of(BigDecimal.valueOf(dice.between(190, 300), 1)) : Optional.empty();
            world.stage().by(engineer, answer, () -> answer.handle(new AnswerChecklistItem.Command(order.number(), item.position(),
                    Optional.of(ChecklistItem.Answer.OK), value, "", Optional.empty())));
        }
    }

    private void leave(Roster.Slot slot, WorkOrderSummary order, VisitOutcome outcome) {
        Person engineer = slot.engineer();
        FieldTools field = world.field();
        parts(engineer, order.number(), outcome);
        WriteServiceReport write = field.write();
        int version = field.screen().report(order.number()).version();
        world.stage().by(engineer, write, () -> write.handle(new WriteServiceReport.Command(order.number(), draft(outcome), version)));
        if (outcome == VisitOutcome.REPAIRED || outcome.needsSignature()) {
            String hash = field.screen().completion(order.number()).documentSha256();
            Machine.Contact signer = dice.oneOf(machine.site().contacts());
            SignServiceReport sign = field.sign();
            world.stage().by(engineer, sign, () -> sign.handle(new SignServiceReport.Command(order.number(), signer.name(),
                    Signatures.of(signer.name()), hash, Optional.empty())));
        }
        CompleteWorkOrder complete = field.complete();
        var ended = world.stage().by(engineer, complete, () -> complete.handle(new CompleteWorkOrder.Command(order.number(), Optional.empty())));
        world.roster().until(engineer, slot.span().from(), now());
        afterwards.accept(new Ended(ended.outcome(), ended.nextVisit()));
    }

    private ServiceReport.Draft draft(VisitOutcome outcome) {
        FaultBook.Cause cause = FaultBook.cause(matter.trueCauses().getFirst());
        boolean judged = outcome == VisitOutcome.REPAIRED || outcome == VisitOutcome.WRONG_PREDICTION;
        Optional<Boolean> right = judged && predicted() ? Optional.of(topWasRight()) : Optional.empty();
        return switch (outcome) {
            case REPAIRED -> new ServiceReport.Draft(cause.finding(), cause.action(), advice(), matter.trueCauses(), conditions(), right, Optional.of(outcome), "");
            case WRONG_PREDICTION -> draft("到场检测后排除预判原因，实际怀疑：" + cause.finding(), "所带备件不适用，已做最小化配置测试", right, outcome, "预判不符，需重新诊断并另备备件");
            case PART_MISSING -> draft(cause.finding(), "已定位故障，等待备件", right, outcome, "所需备件未随行，已申请");
            case PART_DEAD_ON_ARRIVAL -> draft(cause.finding(), "更换后自检仍不过，新件到货即损", right, outcome, "新备件到货即损，已重新申请");
            case CUSTOMER_NOT_READY -> draft("客户现场未具备停机条件", "", right, outcome, dice.oneOf("业务未停，客户要求改期", "数据备份未完成"));
            case CUSTOMER_REFUSED -> draft("客户拒绝停机操作", "", right, outcome, "客户负责人要求书面方案后再操作");
            case NOT_ON_SITE -> draft("现场无人接待", "", right, outcome, "联系人不在，电话未接通，已留言");
            case HANDED_OVER -> draft("故障超出本人经验，需高级工程师支持", "已保留现场与日志", right, outcome, "移交高级工程师");
            case WITH_VENDOR -> draft("疑似固件缺陷，需原厂支持", "已收集日志提交原厂", right, outcome, "转原厂二线处理");
        };
    }

    private static ServiceReport.Draft draft(String findings, String actions, Optional<Boolean> right, VisitOutcome outcome, String note) {
        return new ServiceReport.Draft(findings, actions, "", List.of(), Set.of(), right, Optional.of(outcome), note);
    }

    /** What the engineer noticed at the site: the environment where it is to blame, dust at every third fan. */
    private Set<SiteCondition> conditions() {
        return switch (matter.trueCauses().getFirst()) {
            case "external.environment" -> Set.of(matter.caseNumber().hashCode() % 2 == 0 ? SiteCondition.HOT : SiteCondition.HUMID);
            case "external.power", "power.supply" -> Set.of(SiteCondition.UNSTABLE_POWER);
            case "cooling.fan" -> matter.caseNumber().hashCode() % 3 == 0 ? Set.of(SiteCondition.DUST) : Set.of();
            default -> Set.of();
        };
    }

    private String advice() {
        return dice.oneOf("建议每季度清洁防尘网", "建议升级固件到最新版本", "机房温度偏高，建议检查空调", "建议配置热备盘", "", "", "");
    }

    private void parts(Person engineer, String number, VisitOutcome outcome) {
        List<String> needed = needed();
        List<String> carried = matter.expected().parts();
        switch (outcome) {
            case REPAIRED -> {
                needed.forEach(part -> {
                    move(engineer, number, PartMovement.Kind.USED, part);
                    move(engineer, number, PartMovement.Kind.TAKEN_BACK, part);
                });
                unused(carried, needed).forEach(part -> move(engineer, number, PartMovement.Kind.RETURNED_UNUSED, part));
            }
            case PART_DEAD_ON_ARRIVAL -> move(engineer, number, PartMovement.Kind.DEAD_ON_ARRIVAL,
                    needed.isEmpty() ? "FF-CBL-DISK" : needed.getFirst());
            case WRONG_PREDICTION, PART_MISSING, HANDED_OVER, WITH_VENDOR -> carried.forEach(part ->
                    move(engineer, number, PartMovement.Kind.RETURNED_UNUSED, part));
            case CUSTOMER_NOT_READY, CUSTOMER_REFUSED, NOT_ON_SITE -> {}
        }
    }

    private static List<String> unused(List<String> carried, List<String> needed) {
        List<String> unused = new ArrayList<>(carried);
        unused.removeAll(needed);
        return unused;
    }

    private void move(Person engineer, String number, PartMovement.Kind kind, String part) {
        RecordPart record = world.field().part();
        String serial = kind == PartMovement.Kind.RETURNED_UNUSED ? "" : "SN" + dice.digits(8);
        world.stage().by(engineer, record, () -> record.handle(new RecordPart.Command(number, kind, part, 1, serial, Optional.empty())));
    }
}
