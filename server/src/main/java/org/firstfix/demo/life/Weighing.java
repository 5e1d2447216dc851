package org.firstfix.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.firstfix.dispatch.domain.PlanningPolicy;
import org.firstfix.dispatch.usecase.DecidePlanningPolicy;
import org.firstfix.dispatch.usecase.TryPolicy;
import org.springframework.stereotype.Component;

/** The service manager finds out what the plans of his branch should weigh: two decisions, and a draft that was tried today. */
@Component
class Weighing {
    private static final String BRANCH = "hangzhou";
    private static final int TRIED_DAYS = 5;

    private final Stage stage;
    private final House house;
    private final DispatchTools tools;
    private int version;

    Weighing(Stage stage, House house, DispatchTools tools) {
        this.stage = stage;
        this.house = house;
        this.tools = tools;
    }

    void plan(Timeline timeline, Instant until, boolean isMaking) {
        if (isMaking) {
            timeline.at(until.minus(Duration.ofDays(45)), () -> decide(weighing(1_800, Optional.empty()), "客户反馈希望由熟悉的工程师上门", "试算功能上线之前的决定"));
            timeline.at(until.minus(Duration.ofDays(8)), () -> decide(weighing(1_800, reserve()), "下午常有紧急报修，需有人可派", "高峰已至，先行启用"));
        }
        timeline.at(until.minus(Duration.ofMinutes(90)), () -> tryOut(weighing(2_600, reserve()), until.atZone(House.ZONE).toLocalDate()));
    }

    private static Optional<PlanningPolicy.Reserve> reserve() {
        return Optional.of(new PlanningPolicy.Reserve(1, LocalTime.of(13, 0), LocalTime.of(17, 0), 3_000));
    }

    private static PlanningPolicy weighing(long notPreferred, Optional<PlanningPolicy.Reserve> reserve) {
        PlanningPolicy usual = PlanningPolicy.USUAL;
        return new PlanningPolicy(usual.travelPerHour(), usual.overtimePerHour(), notPreferred, usual.changedEngineer(), usual.surplusLevel(),
                usual.latePerMinute(), usual.margin(), usual.undone(), usual.brokenPromisePerMinute(), usual.overtimeMinutes(), usual.detour(), usual.kilometresPerHour(),
                reserve, usual.legalRestHours(), Optional.empty());
    }

    private void decide(PlanningPolicy policy, String reason, String untried) {
        version = stage.by(house.manager(), tools.decidePolicy(), () -> tools.decidePolicy().handle(new DecidePlanningPolicy.Command(BRANCH,
                Optional.of(policy), reason, Optional.of(untried), version)));
    }

    private void tryOut(PlanningPolicy policy, LocalDate today) {
        stage.by(house.manager(), tools.tryPolicy(), () -> tools.tryPolicy().handle(new TryPolicy.Command(BRANCH, Optional.empty(), policy,
                today.minusDays(TRIED_DAYS + 1), today.minusDays(2), "专属工程师的权重是否偏低")));
    }
}
