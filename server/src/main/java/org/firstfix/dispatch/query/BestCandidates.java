package org.firstfix.dispatch.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.WhoCanGo;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;

/** The best for each open work order on a day. The day is built once for all of them. */
@Query
public class BestCandidates {
    private static final int BEST = 3;
    /** What is due first; the others are asked one by one when they are looked at. */
    private static final int MOST_JOBS = 60;

    private final DayMaterials materials;
    private final Candidates candidates;

    BestCandidates(DayMaterials materials, Candidates candidates) {
        this.materials = materials;
        this.candidates = candidates;
    }

    /** @param impossible how many engineers cannot go */
    public record Suggestion(String workOrderNumber, List<Candidates.Candidate> best, int impossible) {}

    public record Answer(LocalDate date, Instant asOf, List<Suggestion> items) {}

    public Answer show(DataScope scope, PlanArea area) {
        DayMaterial material = materials.withDeadlines(materials.of(scope, area.wholeBranch()));
        if (area.isOver(material.now())) {
            return new Answer(area.day(), material.now(), List.of());
        }
        EngineDay day = EngineDay.of(material);
        WhoCanGo who = new WhoCanGo(day);
        List<Suggestion> items = new ArrayList<>();
        material.jobs().stream().map(DayMaterial.Job::order).filter(order -> day.idOf(order.id()).isPresent()).limit(MOST_JOBS).forEach(order -> {
            List<Candidates.Candidate> all = candidates.ranked(day, who, order, DayMaterials.MOST_ENGINEERS);
            List<Candidates.Candidate> possible = all.stream().filter(one -> one.verdict() != Candidates.Verdict.IMPOSSIBLE).toList();
            items.add(new Suggestion(order.number(), possible.subList(0, Math.min(BEST, possible.size())), all.size() - possible.size()));
        });
        return new Answer(area.day(), material.now(), items);
    }
}
