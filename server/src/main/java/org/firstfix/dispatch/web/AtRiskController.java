package org.firstfix.dispatch.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.firstfix.contract.Milestone;
import org.firstfix.dispatch.query.AtRiskBoard;
import org.firstfix.dispatch.query.BreachForecast;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Reads;
import org.firstfix.sla.AtRiskApi;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What will be late, and what is. */
@RestController
@RequestMapping("/api/v1")
class AtRiskController {
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final AtRiskBoard atRisk;
    private final BreachForecast forecast;

    AtRiskController(AtRiskBoard atRisk, BreachForecast forecast) {
        this.atRisk = atRisk;
        this.forecast = forecast;
    }

    /** How many promises fall due within 2, 8 and 24 hours, and what becomes of them as things stand. */
    @GetMapping("/breach-forecast")
    @Reads("sla.read")
    BreachForecast.Forecast forecast() {
        return forecast.show(Actors.current().scope());
    }

    /** @param within how far to look ahead, ISO 8601. @param missed true: only what is overdue; false: all but that */
    @GetMapping("/at-risk")
    @Reads("sla.read")
    Page<AtRiskBoard.Row> atRisk(@RequestParam(defaultValue = "PT2H") Duration within,
            @RequestParam(required = false) @Nullable Milestone milestone, @RequestParam(required = false) @Nullable Boolean missed,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        if (within.isNegative() || within.compareTo(FARTHEST) > 0) {
            throw Problem.invalid("dispatch.within-out-of-range", Map.of("within", within.toString(), "days", FARTHEST.toDays()));
        }
        return atRisk.show(Actors.current().scope(), new AtRiskApi.Filter(within, Optional.ofNullable(milestone),
                Optional.ofNullable(missed)), PageRequest.of(limit, cursor));
    }
}
