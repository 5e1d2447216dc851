package org.firstfix.demo.life;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.domain.Channel;
import org.firstfix.cases.usecase.RecordQuoteAnswer;
import org.firstfix.cases.usecase.SendQuote;
import org.firstfix.contract.Impact;
import org.firstfix.cases.domain.Urgency;
import org.firstfix.cases.usecase.CancelCase;
import org.firstfix.cases.usecase.CloseCase;
import org.firstfix.cases.usecase.HandCaseToVendor;
import org.firstfix.cases.usecase.OpenCase;
import org.firstfix.cases.usecase.PutCaseOnHold;
import org.firstfix.cases.usecase.ReleaseCase;
import org.firstfix.cases.usecase.ReopenCase;
import org.firstfix.cases.usecase.ResolveRemotely;
import org.firstfix.cases.usecase.RespondToCase;
import org.firstfix.cases.usecase.ResumeCase;
import org.firstfix.cases.usecase.TakeCaseBack;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.demo.scenery.FaultBook;
import org.firstfix.diagnosis.domain.Expectation;
import org.firstfix.diagnosis.usecase.AgreeWithDiagnosis;
import org.firstfix.diagnosis.usecase.RecordDiagnosis;
import org.firstfix.workorder.WorkOrderSummary;

/** One fault from the customer's call to a satisfied customer, told step by step by those who do the steps. */
final class CaseStory {
    private static final double PREDICTED_RIGHT = 0.72;

    private final World world;
    private final Machine machine;
    private final Plot plot;
    private final Dice dice;
    private final String symptom;
    private final List<String> trueCauses;
    private final boolean own;
    private final WatchStory watch;
    private String number = "";
    private CaseId id = new CaseId(new java.util.UUID(0, 0));
    private Person agent;
    private boolean quoteFirst;
    private boolean quoteAgreed;
    private boolean roundTheClock;
    private boolean reopened;
    private Expectation expected = Expectation.NOTHING;

    CaseStory(World world, Machine machine, Plot plot, Dice dice) {
        this.world = world;
        this.machine = machine;
        this.plot = plot;
        this.dice = dice;
        this.symptom = plot.symptom().orElseGet(() -> FaultBook.symptom(machine.category(), dice));
        this.trueCauses = truth();
        this.own = machine.site().dedicated() && dice.chance(0.85);
        this.watch = new WatchStory(world, dice, machine.site().branch());
        this.agent = world.house().manager();
    }

    private List<String> truth() {
        Map<String, Double> weights = FaultBook.causes(symptom, machine.family());
        List<String> causes = new ArrayList<>(List.of(dice.weighted(weights)));
        if (dice.chance(0.03)) {
            String second = dice.weighted(weights);
            if (!causes.contains(second)) {
                causes.add(second);
            }
        }
        return causes;
    }

    /** The story begins: the customer is on the line at that moment. */
    void begin(Instant at) {
        world.timeline().at(at, this::report);
    }

    private Instant now() {
        return world.timeline().now();
    }

    private void after(Duration pause, Runnable step) {
        world.timeline().at(now().plus(plot.brisk() ? pause.dividedBy(3) : pause), step);
    }

    /** As {@link #after}, but nobody works on it at night unless the contract says round the clock. */
    private void afterInWorkingHours(Duration pause, Runnable step) {
        Instant at = now().plus(plot.brisk() ? pause.dividedBy(3) : pause);
        world.timeline().at(roundTheClock || plot.isForced() ? at : Roster.inWorkingHours(at), step);
    }

    private void report() {
        CaseTools desk = world.desk();
        Machine.Site site = machine.site();
        agent = own ? world.house().dedicatedEngineer() : world.house().agent(site.branch(), now(), dice);
        Channel channel = own ? Channel.ENGINEER : channel();
        Instant reportedAt = now().minus(channel == Channel.PHONE || own ? dice.minutes(1, 5) : dice.minutes(4, 35));
        var entitlement = desk.entitlements().entitlementOf(site.account(), site.id(), Optional.of(machine.id()), reportedAt);
        roundTheClock = entitlement.calendarCode().filter("ALWAYS"::equals).isPresent();
        OpenCase.Opened opened = world.stage().by(agent, desk.open(), () -> desk.open().handle(new OpenCase.Command(channel,
                machine.modelName() + " " + FaultBook.report(symptom), description(), Optional.of(symptom), site.account(), site.id(),
                Optional.of(dice.oneOf(site.contacts()).id()), Optional.of(machine.id()), impact(), urgency(), Optional.of(reportedAt),
                own ? Optional.of(agent.id()) : Optional.empty(), Optional.empty(), Optional.empty())));
        number = opened.number();
        id = opened.id();
        quoteFirst = opened.quoteFirst();
        if (plot.watched()) {
            after(Duration.ofMinutes(75), () -> watch.start(number));
        }
        if (plot.rests() == Plot.Rest.NEW) {
            return;
        }
        boolean late = !plot.isForced() && dice.chance(0.05);
        afterInWorkingHours(late ? dice.minutes(70, 260) : dice.minutes(2, plot.urgent() ? 6 : 24), this::respond);
    }

    private Channel channel() {
        Map<Channel, Double> channels = new LinkedHashMap<>();
        channels.put(Channel.PHONE, 74.0);
        channels.put(Channel.PORTAL, 9.0);
        channels.put(Channel.EMAIL, 7.0);
        channels.put(Channel.CHAT, 6.0);
        channels.put(Channel.MONITORING, 4.0);
        return dice.weighted(channels);
    }

    private Impact impact() {
        if (plot.urgent()) {
            return Impact.STOPPED;
        }
        return switch (symptom) {
            case "power.no-display", "power.no-power", "system.blue-screen" -> dice.chance(0.7) ? Impact.STOPPED : Impact.DEGRADED;
            case "storage.disk-amber", "power.supply-alarm" -> dice.chance(0.75) ? Impact.REDUNDANCY_LOST : Impact.DEGRADED;
            default -> dice.oneOf(Impact.DEGRADED, Impact.DEGRADED, Impact.REDUNDANCY_LOST, Impact.STOPPED, Impact.NONE);
        };
    }

    private Urgency urgency() {
        return plot.urgent() ? Urgency.HIGH : machine.important() ? dice.oneOf(Urgency.HIGH, Urgency.MEDIUM)
                : dice.oneOf(Urgency.MEDIUM, Urgency.MEDIUM, Urgency.LOW, Urgency.HIGH);
    }

    private String description() {
        return dice.oneOf("客户来电：", "客户描述：", "报修：") + FaultBook.report(symptom) + "。"
                + dice.oneOf("业务已受影响，要求尽快到场。", "目前业务未中断，请安排检查。", "今天早上发现，重启后仍未恢复。", "夜间巡检时发现，已拍照。", "客户已自行重启一次，现象依旧。");
    }

    private void respond() {
        CaseTools desk = world.desk();
        world.stage().by(agent, desk.respond(), () -> desk.respond().handle(new RespondToCase.Command(number, Optional.empty())));
        if (plot.rests() == Plot.Rest.RESPONDED) {
            return;
        }
        if (!plot.isForced() && dice.chance(0.025)) {
            after(dice.minutes(20, 300), () -> cancel(dice.oneOf("客户自行恢复，撤销报修", "误报，设备正常", "客户改由自有人员处理")));
            return;
        }
        afterInWorkingHours(dice.minutes(6, 45), this::diagnose);
    }

    private void cancel(String reason) {
        world.stage().by(agent, world.desk().cancel(), () -> world.desk().cancel().handle(new CancelCase.Command(number, reason)));
    }

    private void diagnose() {
        boolean predictsRight = dice.chance(PREDICTED_RIGHT);
        record(predictsRight ? trueCauses.getFirst() : somethingElse(), dice.chance(0.04), 0);
        if (own) {
            after(dice.minutes(25, 120), this::review);
        }
        if (plot.rests() == Plot.Rest.DIAGNOSED) {
            return;
        }
        FaultBook.Cause cause = FaultBook.cause(trueCauses.getFirst());
        boolean helped = world.bookshelf().lookUp(number, symptom, cause, !plot.isForced() && !own, dice.of("knowledge"));
        if (plot.rests() == Plot.Rest.REMOTE || helped || !plot.isForced() && !own && dice.chance(cause.remote())) {
            afterInWorkingHours(dice.minutes(8, 70), () -> resolve(cause));
            return;
        }
        if (!plot.isForced() && dice.chance(0.015)) {
            after(dice.minutes(15, 60), this::toVendor);
            return;
        }
        giveToTheField();
    }

    private void giveToTheField() {
        if (quoteFirst) {
            afterInWorkingHours(dice.minutes(20, 300), this::sendQuote);
        } else {
            afterInWorkingHours(dice.minutes(3, 30), this::release);
        }
    }

    private void sendQuote() {
        CaseTools desk = world.desk();
        BigDecimal amount = BigDecimal.valueOf(dice.between(8, 96) * 100L + 380);
        world.stage().by(agent, desk.sendQuote(), () -> desk.sendQuote().handle(new SendQuote.Command(number, amount, "CNY",
                "上门检测与维修，含差旅；更换备件按实际用量另计。报价 15 日内有效。")));
        afterInWorkingHours(dice.minutes(60, 2400), () -> {
            boolean agreed = plot.isForced() || !dice.chance(0.25);
            world.stage().by(agent, desk.answerQuote(), () -> desk.answerQuote().handle(new RecordQuoteAnswer.Command(number, agreed,
                    agreed ? "联系人电话确认，邮件回复“同意”" : "价格超出预算，自行处理")));
            if (agreed) {
                quoteAgreed = true;
                afterInWorkingHours(dice.minutes(5, 90), this::release);
            } else {
                cancel("客户不接受报价");
            }
        });
    }

    private String somethingElse() {
        Map<String, Double> others = new LinkedHashMap<>(FaultBook.causes(symptom, machine.family()));
        others.remove(trueCauses.getFirst());
        return dice.weighted(others);
    }

    private void record(String top, boolean unknown, int version) {
        Map<String, Double> weights = FaultBook.causes(symptom, machine.family());
        List<Expectation.Likely> likely = new ArrayList<>();
        double sure = dice.between(0.45, 0.8);
        likely.add(likely(top, sure));
        weights.entrySet().stream().filter(other -> !other.getKey().equals(top)).sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(dice.between(1, 2)).forEach(other -> likely.add(likely(other.getKey(), (1 - sure) * 0.45)));
        List<String> parts = world.shelf().carryFor(likely.stream().map(Expectation.Likely::causeCode).toList(), machine.family());
        expected = new Expectation(unknown, unknown ? List.of() : likely, parts, unknown ? "现象不典型，请到场后先做最小化配置。" : "");
        Person support = own && version == 0 ? world.house().dedicatedEngineer() : world.house().support(dice);
        RecordDiagnosis diagnose = world.desk().diagnose();
        world.stage().by(support, diagnose, () -> diagnose.handle(new RecordDiagnosis.Command(number, version, expected)));
    }

    private static Expectation.Likely likely(String cause, double probability) {
        return new Expectation.Likely(cause, BigDecimal.valueOf(probability).setScale(2, RoundingMode.HALF_UP));
    }

    private void review() {
        var view = world.desk().diagnosisView().of(number);
        if (view.review() == org.firstfix.diagnosis.domain.Diagnosis.Review.PENDING) {
            AgreeWithDiagnosis agree = world.desk().agree();
            world.stage().by(world.house().support(dice), agree, () -> agree.handle(new AgreeWithDiagnosis.Command(number, view.version())));
        }
    }

    private void resolve(FaultBook.Cause cause) {
        ResolveRemotely resolve = world.desk().resolve();
        world.stage().by(world.house().support(dice), resolve, () -> resolve.handle(new ResolveRemotely.Command(number, cause.code(),
                "远程指导：" + cause.action(), Optional.empty())));
        repaired(dice.chance(0.04));
    }

    private void toVendor() {
        CaseTools desk = world.desk();
        world.stage().by(agent, desk.toVendor(), () -> desk.toVendor().handle(new HandCaseToVendor.Command(number, "固件缺陷，提交原厂二线分析")));
        afterInWorkingHours(dice.minutes(900, 4000), () -> {
            world.stage().by(agent, desk.fromVendor(), () -> desk.fromVendor().handle(new TakeCaseBack.Command(number, "原厂已给出补丁与处理建议")));
            giveToTheField();
        });
    }

    private void release() {
        CaseTools desk = world.desk();
        Person who = own ? agent : deskPerson();
        world.stage().by(who, desk.release(), () -> desk.release().handle(new ReleaseCase.Command(number, "")));
        if (plot.rests() == Plot.Rest.RELEASED) {
            if (plot.forTwo()) {
                openVisit().ifPresent(order -> VisitStory.needTwo(world, world.house().dispatcher(machine.site().branch(), dice), order));
            }
            return;
        }
        boolean waits = plot.rests() == Plot.Rest.WAITING_FOR_CUSTOMER || !plot.isForced() && dice.chance(0.07);
        if (waits) {
            afterInWorkingHours(dice.minutes(5, 40), this::waitForCustomer);
        } else {
            afterInWorkingHours(dice.minutes(4, 45), () -> visit(true));
        }
    }

    private Person deskPerson() {
        return world.house().agent(machine.site().branch(), now(), dice);
    }

    private void waitForCustomer() {
        CaseTools desk = world.desk();
        Person who = deskPerson();
        String contact = dice.oneOf(machine.site().contacts()).name();
        world.stage().by(who, desk.hold(), () -> desk.hold().handle(new PutCaseOnHold.Command(number, "CUSTOMER_NOT_READY",
                contact + dice.oneOf(" 电话告知：今天业务高峰，明天再安排停机。", " 电话告知：须等数据备份完成。", " 微信回复：机房今日检修，不便进入。"), Optional.empty(), false)));
        if (plot.rests() == Plot.Rest.WAITING_FOR_CUSTOMER) {
            return;
        }
        world.timeline().at(Roster.inWorkingHours(now().plus(dice.minutes(500, 1700))), () -> {
            Person resumer = deskPerson();
            world.stage().by(resumer, desk.resume(), () -> desk.resume().handle(new ResumeCase.Command(number, Optional.empty())));
            afterInWorkingHours(dice.minutes(4, 30), () -> visit(true));
        });
    }

    /** Sends somebody for the visit that is open. */
    private Optional<WorkOrderSummary> openVisit() {
        return world.field().workOrders().ofCase(id).stream().filter(WorkOrderSummary::isOpen).findFirst();
    }

    private void visit(boolean first) {
        openVisit().ifPresent(order -> new VisitStory(world, machine, new VisitStory.Matter(number, trueCauses, expected, own), plot, dice, first,
                this::visitEnded).book(order));
    }

    private void visitEnded(VisitStory.Ended ended) {
        switch (ended.outcome()) {
            case REPAIRED -> repaired(!plot.isForced() && dice.chance(0.035));
            case WRONG_PREDICTION -> afterInWorkingHours(dice.minutes(15, 90), () -> {
                record(trueCauses.getFirst(), false, world.desk().diagnosisView().of(number).version());
                afterInWorkingHours(dice.minutes(20, 200), () -> visit(false));
            });
            case PART_MISSING, PART_DEAD_ON_ARRIVAL -> world.timeline().at(Roster.inWorkingHours(now().plus(plot.isForced()
                    ? Duration.ofHours(30) : dice.minutes(240, 2400))), () -> {
                record(trueCauses.getFirst(), false, world.desk().diagnosisView().of(number).version());
                world.dispatching().partArrived(world.house().dispatcher(machine.site().branch(), dice), ended.next());
                afterInWorkingHours(dice.minutes(5, 60), () -> visit(false));
            });
            case CUSTOMER_NOT_READY, CUSTOMER_REFUSED, NOT_ON_SITE -> world.timeline().at(
                    Roster.inWorkingHours(now().plus(plot.isForced() ? Duration.ofHours(20) : dice.minutes(400, 2600))), () -> {
                        world.dispatching().customerReady(world.house().dispatcher(machine.site().branch(), dice), ended.next());
                        afterInWorkingHours(dice.minutes(5, 60), () -> visit(false));
                    });
            case HANDED_OVER -> afterInWorkingHours(dice.minutes(10, 120), () -> visit(false));
            case WITH_VENDOR -> afterInWorkingHours(dice.minutes(1400, 5000), () -> {
                CaseTools desk = world.desk();
                world.stage().by(agent, desk.fromVendor(), () -> desk.fromVendor().handle(new TakeCaseBack.Command(number, "原厂已发更换件")));
                afterInWorkingHours(dice.minutes(10, 60), this::releaseAgain);
            });
        }
    }

    private void releaseAgain() {
        Person who = own ? agent : deskPerson();
        // What was settled on the phone without a quote and came back needs one now.
        String agreed = quoteFirst && !quoteAgreed ? "客户电话确认按标准收费上门" : "";
        world.stage().by(who, world.desk().release(), () -> world.desk().release().handle(new ReleaseCase.Command(number, agreed)));
        afterInWorkingHours(dice.minutes(5, 60), () -> visit(false));
    }

    /** The desk calls the customer back some days later. */
    private void repaired(boolean comesBack) {
        if (plot.watched()) {
            after(dice.minutes(60, 180), () -> watch.end(number, FaultBook.cause(trueCauses.getFirst())));
        }
        Instant callback = Roster.inWorkingHours(now().plus(dice.minutes(900, 4300)));
        world.timeline().at(callback, () -> {
            if (comesBack && !reopened) {
                reopened = true;
                reopen();
            } else {
                close();
            }
        });
    }

    private void reopen() {
        Person who = deskPerson();
        world.stage().by(who, world.desk().reopen(), () -> world.desk().reopen().handle(new ReopenCase.Command(number,
                dice.oneOf("回访时客户反映故障重现", "客户来电：昨晚再次告警", "运行一天后又出现同样现象"))));
        afterInWorkingHours(dice.minutes(15, 90), this::releaseAgain);
    }

    private void close() {
        Person who = deskPerson();
        world.stage().by(who, world.desk().close(), () -> world.desk().close().handle(new CloseCase.Command(number,
                dice.oneOf("运行正常，满意", "已恢复，感谢", "满意，希望下次更快", "正常", "工程师很专业，满意", "基本满意"))));
    }
}
