package org.firstfix.sla.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.firstfix.sla.domain.CalendarDefinition;
import org.firstfix.sla.domain.OfficialNotice;
import org.firstfix.sla.query.CalendarCatalogue;
import org.firstfix.sla.usecase.AddCalendar;
import org.firstfix.sla.usecase.ChangeCalendar;
import org.firstfix.sla.usecase.ImportOfficialNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Business calendars, and the official days they follow. */
@RestController
@RequestMapping("/api/v1")
class CalendarController {
    private final CalendarCatalogue catalogue;
    private final AddCalendar addCalendar;
    private final ChangeCalendar changeCalendar;
    private final ImportOfficialNotice importOfficialNotice;

    CalendarController(CalendarCatalogue catalogue, AddCalendar addCalendar, ChangeCalendar changeCalendar,
            ImportOfficialNotice importOfficialNotice) {
        this.catalogue = catalogue;
        this.addCalendar = addCalendar;
        this.changeCalendar = changeCalendar;
        this.importOfficialNotice = importOfficialNotice;
    }

    record SpecialDay(@NotNull LocalDate date,
            @NotNull @Size(max = 12) List<@NotNull @Size(min = 2, max = 2) List<@NotNull @Size(max = 8) String>> hours,
            @NotNull @Size(max = 200) String reason) {}

    record Hours(@NotBlank @Size(max = 60) String zone, boolean official,
            @NotNull @Size(max = 7) Map<@NotNull @Size(max = 3) String, @NotNull @Size(max = 12) List<@NotNull @Size(min = 2, max = 2) List<@NotNull @Size(max = 8) String>>> week,
            @NotNull @Size(max = 1_000) List<@Valid @NotNull SpecialDay> specialDays) {
        CalendarDefinition definition() {
            return new CalendarDefinition(zone, official, week, specialDays.stream()
                    .map(day -> new CalendarDefinition.SpecialDay(day.date(), day.hours(), day.reason())).toList());
        }
    }

    record NewCalendar(@NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9._-]*") String code, @NotBlank @Size(max = 100) String nameZh,
            @NotBlank @Size(max = 100) String nameEn, @NotNull @Valid Hours hours, @NotNull @Size(max = 1_000) String reason) {}

    record NewVersion(@NotBlank @Size(max = 100) String nameZh, @NotBlank @Size(max = 100) String nameEn,
            @NotNull LocalDate effectiveFrom, @NotNull @Valid Hours hours, @NotBlank @Size(max = 1_000) String reason) {}

    /** A notice as it is published in the open data format {@code year, papers, days[name, date, isOffDay]}. */
    record Notice(@JsonProperty("$schema") @Nullable @Size(max = 500) String schema, @JsonProperty("$id") @Nullable @Size(max = 500) String id,
            @Min(1970) @Max(2199) int year, @NotNull @Size(max = 20) List<@NotNull @Size(max = 500) String> papers,
            @NotEmpty @Size(max = 120) List<@Valid @NotNull NoticeDay> days) {}

    record NoticeDay(@NotBlank @Size(max = 60) String name, @NotNull LocalDate date, @NotNull Boolean isOffDay) {}


    record NoticeView(int year, int revision, String source, Instant importedAt, String importedBy, int daysOff, int makeUpDays,
            List<OfficialNotice.Day> days) {
        static NoticeView of(OfficialNotice notice) {
            int off = (int) notice.days().stream().filter(OfficialNotice.Day::dayOff).count();
            return new NoticeView(notice.year(), notice.revision(), notice.source(), notice.importedAt(), notice.importedBy(), off,
                    notice.days().size() - off, notice.days());
        }
    }

    /** @param replaces the revision of the same year that is known so far */
    record NoticeOutcome(boolean saved, NoticeView notice, Optional<NoticeView> replaces) {}

    @GetMapping("/calendars")
    @Reads("calendar.read")
    Page<CalendarCatalogue.Row> calendars() {
        return new Page<>(catalogue.all(), null);
    }

    @GetMapping("/calendars/{code}")
    @Reads("calendar.read")
    ResponseEntity<CalendarCatalogue.View> calendar(@PathVariable @Size(max = 40) String code) {
        CalendarCatalogue.View calendar = catalogue.show(code);
        return Versioned.ok(calendar, calendar.version());
    }

    @GetMapping("/calendars/{code}/years/{year}")
    @Reads("calendar.read")
    CalendarCatalogue.Year year(@PathVariable @Size(max = 40) String code, @PathVariable @Min(1970) @Max(2199) int year,
            @RequestParam(defaultValue = "Asia/Shanghai") @Size(max = 60) String zone) {
        try {
            return catalogue.year(code, year, ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw Problem.invalidField("zone", "sla.zone-unknown", Map.of("zone", zone));
        }
    }

    @PostMapping("/calendars")
    @Performs(AddCalendar.class)
    ResponseEntity<CalendarCatalogue.View> add(@Valid @RequestBody NewCalendar calendar) {
        addCalendar.handle(new AddCalendar.Command(calendar.code(), calendar.nameZh(), calendar.nameEn(),
                calendar.hours().definition(), calendar.reason()));
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"1\"").body(catalogue.show(calendar.code()));
    }

    @PostMapping("/calendars/{code}/versions")
    @Performs(ChangeCalendar.class)
    ResponseEntity<CalendarCatalogue.View> change(@PathVariable @Size(max = 40) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody NewVersion version) {
        changeCalendar.handle(new ChangeCalendar.Command(code, Versioned.expected(ifMatch), version.nameZh(), version.nameEn(),
                version.effectiveFrom(), version.hours().definition(), version.reason()));
        return calendar(code);
    }

    @GetMapping("/official-notices")
    @Reads("calendar.read")
    Page<NoticeView> notices() {
        return new Page<>(catalogue.notices().stream().map(NoticeView::of).toList(), null);
    }

    /** @param onlyCheck says what would happen and keeps nothing */
    @PostMapping("/official-notices")
    @Performs(ImportOfficialNotice.class)
    @ResponseStatus(HttpStatus.OK)
    NoticeOutcome importNotice(@RequestParam(defaultValue = "false") boolean onlyCheck, @Valid @RequestBody Notice notice) {
        var outcome = importOfficialNotice.handle(new ImportOfficialNotice.Command(notice.year(), String.join(" ", notice.papers()),
                notice.days().stream().map(day -> new ImportOfficialNotice.Day(day.name(), day.date(), day.isOffDay())).toList(), onlyCheck));
        return new NoticeOutcome(!onlyCheck, NoticeView.of(outcome.notice()), outcome.replaces().map(NoticeView::of));
    }
}
