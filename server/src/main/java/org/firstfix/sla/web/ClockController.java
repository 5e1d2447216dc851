package org.firstfix.sla.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.contract.Impact;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.platform.web.Reads;
import org.firstfix.sla.query.ClockFile;
import org.firstfix.sla.query.ClockForecast;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Clocks of cases: how they stand, and why. They are moved by what happens to the case. */
@RestController
@RequestMapping("/api/v1")
class ClockController {
    private final ClockFile file;
    private final ClockForecast forecast;

    ClockController(ClockFile file, ClockForecast forecast) {
        this.file = file;
        this.forecast = forecast;
    }

    record ForecastRequest(@Nullable @Size(max = 40) String siteNumber, @Nullable @Size(max = 100) String serial,
            @NotNull Priority priority, @Nullable Impact impact, @Nullable Instant startedAt) {}

    @GetMapping("/clocks/{caseId}")
    @Reads("sla.read")
    ClockFile.View clock(@PathVariable UUID caseId) {
        return file.show(caseId);
    }

    @GetMapping("/clocks/{caseId}/milestones/{kind}/explanation")
    @Reads("sla.read")
    ClockFile.Explanation explanation(@PathVariable UUID caseId, @PathVariable Milestone kind) {
        return file.explain(caseId, kind);
    }

    /** A question, although it is a POST: nothing is kept. */
    @PostMapping("/clock-forecasts")
    @Reads("sla.read")
    ClockForecast.View forecast(@Valid @RequestBody ForecastRequest wish) {
        Optional<Instant> start = Optional.ofNullable(wish.startedAt()).map(at -> SensibleMoment.require("startedAt", at));
        return forecast.show(new ClockForecast.Wish(Optional.ofNullable(wish.siteNumber()).filter(text -> !text.isBlank()),
                Optional.ofNullable(wish.serial()).filter(text -> !text.isBlank()), wish.priority(),
                Optional.ofNullable(wish.impact()), start));
    }
}
