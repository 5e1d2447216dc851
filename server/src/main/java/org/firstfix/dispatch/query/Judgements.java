package org.firstfix.dispatch.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.Overruling;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.WhoCanGo;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.workorder.WorkOrderSummary;

/** What the engine says to a choice, graded as the candidates on the screen are. */
@Query
public class Judgements {
    private final Areas areas;
    private final Candidates candidates;

    Judgements(Areas areas, Candidates candidates) {
        this.areas = areas;
        this.candidates = candidates;
    }

    /** @return nothing where the choice agrees with the engine, or the engine has nobody for that day */
    public Optional<Overruling.Judged> of(DataScope scope, WorkOrderSummary order, String engineerCode, Instant startsAt) {
        PlanArea today = areas.ofBranch(order.orgPath(), Optional.empty());
        DayMaterial material = candidates.ofOrder(scope, order, today.on(startsAt.atZone(today.zone()).toLocalDate()));
        EngineDay day = EngineDay.of(material, Optional.of(order.id()));
        List<WhoCanGo.Choice> ranked = new WhoCanGo(day).rank(order.id());
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        return new WhoCanGo(day.wanting(order.id(), startsAt)).rank(order.id()).stream()
                .filter(choice -> choice.engineer().code().equals(engineerCode)).findFirst()
                .flatMap(chosen -> Overruling.judge(ranked.getFirst(), chosen, startsAt));
    }
}
