package org.firstfix.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.WorkingDay;
import org.firstfix.dispatch.query.VanView;
import org.firstfix.dispatch.query.WorkingDayList;
import org.firstfix.dispatch.usecase.LoadVan;
import org.firstfix.dispatch.usecase.SetWorkingDay;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Vans, depots and breaks: what a plan knows of a day besides people and work. */
@RestController
@RequestMapping("/api/v1")
class WorkingDayController {
    private final VanView van;
    private final WorkingDayList days;
    private final LoadVan loadVan;
    private final SetWorkingDay setWorkingDay;

    WorkingDayController(VanView van, WorkingDayList days, LoadVan loadVan, SetWorkingDay setWorkingDay) {
        this.van = van;
        this.days = days;
        this.loadVan = loadVan;
        this.setWorkingDay = setWorkingDay;
    }

    record Loaded(@NotBlank @Size(max = 40) String number, @Min(1) @Max(99) int quantity) {}

    record VanChange(@NotNull @Size(max = 200) List<@NotNull @Valid Loaded> parts) {}

    record DepotGiven(@DecimalMin("-90") @DecimalMax("90") double latitude, @DecimalMin("-180") @DecimalMax("180") double longitude,
            @NotNull LocalTime opens, @NotNull LocalTime closes, @Min(0) @Max(120) int minutes) {}

    record PauseGiven(@Min(1) @Max(180) int minutes, @NotNull LocalTime earliest, @NotNull LocalTime latest) {}

    /** @param inherited as the unit above has it; then depot and break are not looked at */
    record WorkingDayChange(@NotNull Boolean inherited, @Nullable @Valid DepotGiven depot, @Nullable @Valid PauseGiven pause,
            @NotBlank @Size(max = 500) String reason) {}

    record Days(List<WorkingDayList.Row> items) {}

    @GetMapping("/engineers/{code}/van")
    @Reads("dispatch.read")
    ResponseEntity<VanView.View> van(@PathVariable String code) {
        VanView.View view = van.show(code);
        return Versioned.ok(view, view.version());
    }

    /** All that is in it; what is not named is not there any more. */
    @PutMapping("/engineers/{code}/van")
    @Performs(LoadVan.class)
    ResponseEntity<VanView.View> load(@PathVariable String code, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody VanChange change) {
        Map<String, Integer> parts = new HashMap<>();
        for (Loaded part : change.parts()) {
            if (parts.put(part.number(), part.quantity()) != null) {
                throw Problem.invalidField("parts", "dispatch.part-twice", Map.of("part", part.number()));
            }
        }
        loadVan.handle(new LoadVan.Command(code, parts, Versioned.expected(ifMatch)));
        return van(code);
    }

    @GetMapping("/working-days")
    @Reads("dispatch.read")
    Days days() {
        return new Days(days.list(Actors.current().scope()));
    }

    @PutMapping("/working-days/{unitCode}")
    @Performs(SetWorkingDay.class)
    Days set(@PathVariable String unitCode, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody WorkingDayChange change) {
        Optional<WorkingDay> day = change.inherited() ? Optional.empty() : Optional.of(new WorkingDay(
                Optional.ofNullable(change.depot()).map(it -> new WorkingDay.Depot(new Place(it.latitude(), it.longitude()), it.opens(), it.closes(), it.minutes())),
                Optional.ofNullable(change.pause()).map(it -> new WorkingDay.Pause(it.minutes(), it.earliest(), it.latest()))));
        setWorkingDay.handle(new SetWorkingDay.Command(unitCode, day, change.reason(), Versioned.expected(ifMatch)));
        return days();
    }
}
