package org.firstfix.dispatch.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.WhoCanGo;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.routing.plan.Objective;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;

/** Whom to send: every engineer of the branch on a day, with what it costs and why, or with what stands in the way. */
@Query
public class Candidates {
    private static final int DAYS_AHEAD = 7;

    private final DayMaterials materials;
    private final Areas areas;
    private final WorkOrderApi workOrders;
    private final RuleWords words;
    private final Clock clock;

    Candidates(DayMaterials materials, Areas areas, WorkOrderApi workOrders, RuleWords words, Clock clock) {
        this.materials = materials;
        this.areas = areas;
        this.workOrders = workOrders;
        this.words = words;
        this.clock = clock;
    }

    /** How good it is: without any lateness, with some, or not at all. */
    public enum Verdict {
        SUITABLE,
        LATE,
        IMPOSSIBLE
    }

    /** Cents more, level by level; {@code hard} in the units of the rules in the way. */
    public record Price(long hard, long money, long preference) {
        static Price of(Objective objective) {
            return new Price(objective.hard(), objective.money(), objective.preference());
        }
    }

    /**
     * One engineer for one visit, or a crew where it needs several.
     *
     * @param engineerCode who would lead; {@code crew}: who else would come along
     * @param rank 1 is the best; impossible ones have ranks as well, the nearest to possible first
     * @param startsAt when work would begin; none for who does not work that day
     * @param travelMinutes the way to it straight from the visit before, or from home; whether it leads by the depot is among the reasons
     * @param added what the plan would cost more
     * @param moreThanBest the difference to the best one, zero for itself and for impossible ones
     * @param skillLevel 1 to 5; 0 if the skill is missing or none is asked for
     * @param dedicated OWNER or STAND_IN of this customer
     * @param contractor the company, for somebody of another one
     * @param obstacles hard rules in the way, with the smallest relaxation
     */
    public record Candidate(int rank, String engineerCode, String engineerName, List<Colleague> crew, Verdict verdict, Optional<Instant> startsAt, Optional<Instant> endsAt,
            int travelMinutes, Price added, Price moreThanBest, int skillLevel, Optional<String> dedicated, Optional<String> contractor, List<RuleWords.Line> reasons,
            List<RuleWords.Line> obstacles) {}

    /** Somebody of a crew. */
    public record Colleague(String code, String name) {
        static Colleague of(Engineer engineer) {
            return new Colleague(engineer.code(), engineer.name());
        }
    }

    /** @param date the day that was looked at */
    public record Answer(String workOrderNumber, Optional<Instant> dueAt, LocalDate date, Instant asOf, List<Candidate> items) {}

    /**
     * @param date none: the first day of the next seven on which somebody can go, or today
     * @throws Problem 404 if there is no such work order
     */
    public Answer forWorkOrder(DataScope scope, String number, Optional<LocalDate> date, int limit) {
        WorkOrderSummary order = workOrders.findByNumber(number).orElseThrow(() -> Problem.notFound("work-order", number));
        PlanArea area = areas.ofBranch(order.orgPath(), date);
        Answer first = onDay(scope, order, area, limit);
        Answer answer = first;
        for (int ahead = 1; date.isEmpty() && ahead < DAYS_AHEAD && !anyPossible(answer); ahead++) {
            answer = onDay(scope, order, area.on(area.day().plusDays(ahead)), limit);
        }
        return anyPossible(answer) ? answer : first;
    }

    private static boolean anyPossible(Answer answer) {
        return answer.items().stream().anyMatch(item -> item.verdict() != Verdict.IMPOSSIBLE);
    }

    private Answer onDay(DataScope scope, WorkOrderSummary order, PlanArea area, int limit) {
        DayMaterial material = ofOrder(scope, order, area);
        EngineDay day = EngineDay.of(material, Optional.of(order.id()));
        return new Answer(order.number(), order.dueAt(), area.day(), clock.instant(), ranked(day, new WhoCanGo(day), order, limit));
    }

    /** The day with that work order in it, whatever it waits for; its own appointment may stand on another day. */
    DayMaterial ofOrder(DataScope scope, WorkOrderSummary order, PlanArea area) {
        DayMaterial material = materials.of(scope, area);
        boolean booked = material.visits().stream().anyMatch(visit -> !visit.isOver() && visit.job().order().id().equals(order.id()));
        return materials.withDeadlines(booked || !order.isOpen() ? material : materials.including(material, order));
    }

    /** The day with that work order and no other open work. */
    DayMaterial ofOrderAlone(DataScope scope, WorkOrderSummary order, PlanArea area) {
        DayMaterial material = materials.of(scope, area).withoutJobs();
        boolean booked = material.visits().stream().anyMatch(visit -> !visit.isOver() && visit.job().order().id().equals(order.id()));
        return materials.withDeadlines(booked ? material : materials.including(material, order));
    }

    /** One engineer at one time, with the colleagues who go with him for the least, graded like all others. */
    Optional<Candidate> at(DataScope scope, WorkOrderSummary order, String engineerCode, Instant startsAt) {
        PlanArea today = areas.ofBranch(order.orgPath(), Optional.empty());
        PlanArea area = today.on(startsAt.atZone(today.zone()).toLocalDate());
        EngineDay day = EngineDay.of(ofOrder(scope, order, area), Optional.of(order.id())).wanting(order.id(), startsAt);
        return ranked(day, new WhoCanGo(day), order, DayMaterials.MOST_ENGINEERS).stream()
                .filter(candidate -> candidate.engineerCode().equals(engineerCode)
                        || candidate.crew().stream().anyMatch(member -> member.code().equals(engineerCode))).findFirst();
    }

    /** The grading of everything that shows candidates. */
    List<Candidate> ranked(EngineDay day, WhoCanGo who, WorkOrderSummary order, int limit) {
        List<WhoCanGo.Choice> choices = who.rank(order.id());
        List<Candidate> ranked = new ArrayList<>();
        Objective best = choices.isEmpty() ? Objective.NOTHING : choices.getFirst().added();
        for (WhoCanGo.Choice choice : choices.subList(0, Math.min(limit, choices.size()))) {
            ranked.add(candidate(ranked.size() + 1, choice, best, day.material(), order));
        }
        return ranked;
    }

    Candidate candidate(int rank, WhoCanGo.Choice choice, Objective best, DayMaterial material, WorkOrderSummary order) {
        ZoneId zone = material.area().zone();
        Verdict verdict = !choice.possible() ? Verdict.IMPOSSIBLE
                : choice.reasons().stream().anyMatch(reason -> reason.rule().equals("late-start")) ? Verdict.LATE : Verdict.SUITABLE;
        Optional<DispatchApi.Dedication> dedication = Optional.ofNullable(material.dedications().get(order.accountId()));
        Optional<String> dedicated = dedication.flatMap(owner -> owner.engineerId().equals(choice.engineer().id()) ? Optional.of("OWNER")
                : owner.standIns().contains(choice.engineer().id()) ? Optional.of("STAND_IN") : Optional.empty());
        return new Candidate(rank, choice.engineer().code(), choice.engineer().name(), choice.crew().stream().map(Colleague::of).toList(), verdict, choice.startsAt(), choice.endsAt(),
                choice.travelSeconds() / 60, Price.of(choice.added()), Price.of(choice.possible() ? choice.added().minus(best) : Objective.NOTHING),
                order.requiredSkill().flatMap(choice.engineer()::skill).map(Engineer.Skill::level).orElse(0), dedicated,
                choice.engineer().contractor().map(Engineer.Contractor::company),
                words.lines(choice.reasons(), zone), words.lines(choice.obstacles(), zone));
    }
}
