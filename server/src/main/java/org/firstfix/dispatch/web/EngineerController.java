package org.firstfix.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.dispatch.domain.Absence;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.OverlapPolicy;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.Shift;
import org.firstfix.dispatch.query.Branches;
import org.firstfix.dispatch.query.DayList;
import org.firstfix.dispatch.query.DispatchTerms;
import org.firstfix.dispatch.query.EngineerScreen;
import org.firstfix.dispatch.query.OverlapPolicyList;
import org.firstfix.dispatch.usecase.ChangeEngineer;
import org.firstfix.dispatch.usecase.DedicateEngineer;
import org.firstfix.dispatch.usecase.DefineTerritory;
import org.firstfix.dispatch.usecase.PlanShifts;
import org.firstfix.dispatch.usecase.RecordAbsence;
import org.firstfix.dispatch.usecase.RegisterEngineer;
import org.firstfix.dispatch.usecase.RemoveAbsence;
import org.firstfix.dispatch.usecase.RemoveShift;
import org.firstfix.dispatch.usecase.SetOverlapPolicy;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Engineers, their skills and hours, their days, and the rules of booking them. */
@RestController
@RequestMapping("/api/v1")
class EngineerController {
    private final EngineerScreen screen;
    private final DayList days;
    private final Branches branches;
    private final DispatchTerms terms;
    private final OverlapPolicyList policies;
    private final RegisterEngineer registerEngineer;
    private final ChangeEngineer changeEngineer;
    private final PlanShifts planShifts;
    private final RemoveShift removeShift;
    private final RecordAbsence recordAbsence;
    private final RemoveAbsence removeAbsence;
    private final DedicateEngineer dedicateEngineer;
    private final SetOverlapPolicy setOverlapPolicy;
    private final DefineTerritory defineTerritory;

    EngineerController(EngineerScreen screen, DayList days, Branches branches, DispatchTerms terms, OverlapPolicyList policies,
            RegisterEngineer registerEngineer, ChangeEngineer changeEngineer, PlanShifts planShifts, RemoveShift removeShift,
            RecordAbsence recordAbsence, RemoveAbsence removeAbsence, DedicateEngineer dedicateEngineer,
            SetOverlapPolicy setOverlapPolicy, DefineTerritory defineTerritory) {
        this.screen = screen;
        this.days = days;
        this.branches = branches;
        this.terms = terms;
        this.policies = policies;
        this.registerEngineer = registerEngineer;
        this.changeEngineer = changeEngineer;
        this.planShifts = planShifts;
        this.removeShift = removeShift;
        this.recordAbsence = recordAbsence;
        this.removeAbsence = removeAbsence;
        this.dedicateEngineer = dedicateEngineer;
        this.setOverlapPolicy = setOverlapPolicy;
        this.defineTerritory = defineTerritory;
    }

    record SkillGiven(@NotBlank @Size(max = 40) String code, @Min(1) @Max(5) int level, @Nullable LocalDate expiresOn) {}

    /** Somebody of another company. @param callOutCents for coming once; {@code hourlyCents} for each hour at the site */
    record ContractorGiven(@NotBlank @Size(max = 100) String company, @NotNull @Min(0) @Max(10_000_000) Long callOutCents,
            @NotNull @Min(0) @Max(10_000_000) Long hourlyCents) {}

    record NewEngineer(@NotNull PersonId personId, @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9_-]*") String code,
            @Nullable @Size(max = 40) String territory, @Nullable @DecimalMin("-90") @DecimalMax("90") Double homeLatitude,
            @Nullable @DecimalMin("-180") @DecimalMax("180") Double homeLongitude,
            @NotNull @Size(max = 50) List<@NotNull @Valid SkillGiven> skills, @Nullable @Valid ContractorGiven contractor) {}

    record EngineerChange(@Nullable @Size(max = 40) String territory, @Nullable @DecimalMin("-90") @DecimalMax("90") Double homeLatitude,
            @Nullable @DecimalMin("-180") @DecimalMax("180") Double homeLongitude, @NotNull Boolean active,
            @NotNull @Size(max = 50) List<@NotNull @Valid SkillGiven> skills, @Nullable @Valid ContractorGiven contractor) {}

    record ShiftPlan(@NotNull LocalDate from, @NotNull LocalDate until, @NotEmpty @Size(max = 7) Set<@NotNull DayOfWeek> weekdays,
            @NotNull LocalTime startsAt, @NotNull LocalTime endsAt, Shift.@NotNull Kind kind) {}

    record NewAbsence(@NotNull Instant startsAt, @NotNull Instant endsAt, Absence.@NotNull Reason reason,
            @Nullable @Size(max = 500) String note) {}

    /** @param toBeMoved numbers of appointments in that time that somebody else has to take */
    record Absent(EngineerScreen.View engineer, List<String> toBeMoved) {}

    record Planned(EngineerScreen.View engineer, int added, int kept) {}

    /** @param engineerCode null ends it. @param standInCodes in the order in which they are asked; null for nobody */
    record DedicationChange(@Nullable @Size(max = 40) String engineerCode, @Nullable @Size(max = 5) List<@NotBlank @Size(max = 40) String> standInCodes) {}

    /** @param policy null: as the unit above has it */
    record PolicyChange(@Nullable OverlapPolicy policy) {}

    record Policies(List<OverlapPolicyList.Row> items) {}

    record Terms(List<DispatchTerms.Term> skills, List<DispatchTerms.Term> territories) {}

    record TerritoryChange(@NotBlank @Size(max = 100) String nameZh, @NotBlank @Size(max = 100) String nameEn,
            @NotBlank @Size(max = 40) String unitCode) {}

    record Me(@Nullable String code) {}

    @GetMapping("/engineers")
    @Reads("dispatch.read")
    Page<EngineerScreen.Row> list(@RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @Nullable String skill, @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return screen.list(Actors.current().scope(), Optional.ofNullable(branch).map(branches::pathOf), Optional.ofNullable(skill),
                Optional.ofNullable(active), PageRequest.of(limit, cursor));
    }

    record Candidates(List<EngineerScreen.Candidate> items) {}

    /** Who can be made an engineer. @param text a part of the name */
    @GetMapping("/engineer-candidates")
    @Reads("engineer.maintain")
    Candidates candidates(@RequestParam(defaultValue = "") @Size(max = 100) String text) {
        return new Candidates(screen.candidates(Actors.current().scope(), text));
    }

    @GetMapping("/engineers/me")
    @Reads(Reads.SIGNED_IN)
    Me me() {
        return new Me(screen.ownCode().orElse(null));
    }

    @GetMapping("/engineers/{code}")
    @Reads("dispatch.read")
    ResponseEntity<EngineerScreen.View> show(@PathVariable String code) {
        EngineerScreen.View view = screen.show(code);
        return Versioned.ok(view, view.version());
    }

    @PostMapping("/engineers")
    @Performs(RegisterEngineer.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EngineerScreen.View> register(@Valid @RequestBody NewEngineer engineer) {
        registerEngineer.handle(new RegisterEngineer.Command(engineer.personId(), engineer.code(),
                Optional.ofNullable(engineer.territory()), place(engineer.homeLatitude(), engineer.homeLongitude()),
                skills(engineer.skills()), contractor(engineer.contractor())));
        EngineerScreen.View view = screen.show(engineer.code());
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"" + view.version() + "\"").body(view);
    }

    @PutMapping("/engineers/{code}")
    @Performs(ChangeEngineer.class)
    ResponseEntity<EngineerScreen.View> change(@PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EngineerChange change) {
        changeEngineer.handle(new ChangeEngineer.Command(code, Optional.ofNullable(change.territory()),
                place(change.homeLatitude(), change.homeLongitude()), change.active(), skills(change.skills()),
                contractor(change.contractor()), Versioned.expected(ifMatch)));
        return show(code);
    }

    @PostMapping("/engineers/{code}/shifts")
    @Performs(PlanShifts.class)
    Planned plan(@PathVariable String code, @Valid @RequestBody ShiftPlan plan) {
        PlanShifts.Planned planned = planShifts.handle(new PlanShifts.Command(code, plan.from(), plan.until(), plan.weekdays(),
                plan.startsAt(), plan.endsAt(), plan.kind()));
        return new Planned(screen.show(code), planned.added(), planned.kept());
    }

    @DeleteMapping("/engineers/{code}/shifts/{shift}")
    @Performs(RemoveShift.class)
    EngineerScreen.View removeShift(@PathVariable String code, @PathVariable UUID shift) {
        removeShift.handle(new RemoveShift.Command(code, shift));
        return screen.show(code);
    }

    @PostMapping("/engineers/{code}/absences")
    @Performs(RecordAbsence.class)
    @ResponseStatus(HttpStatus.CREATED)
    Absent absent(@PathVariable String code, @Valid @RequestBody NewAbsence absence) {
        List<String> toBeMoved = recordAbsence.handle(new RecordAbsence.Command(code, absence.startsAt(), absence.endsAt(),
                absence.reason(), Objects.requireNonNullElse(absence.note(), "")));
        return new Absent(screen.show(code), toBeMoved);
    }

    @DeleteMapping("/engineers/{code}/absences/{absence}")
    @Performs(RemoveAbsence.class)
    EngineerScreen.View removeAbsence(@PathVariable String code, @PathVariable UUID absence) {
        removeAbsence.handle(new RemoveAbsence.Command(code, absence));
        return screen.show(code);
    }

    /** @param date null: today where the engineer works */
    @GetMapping("/engineers/{code}/day")
    @Reads("dispatch.read")
    DayList.Day day(@PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date) {
        String engineer = code.equals("me") ? screen.ownCode().orElseThrow(() -> Problem.notFound("engineer", code)) : code;
        return days.ofEngineer(engineer, date == null ? screen.today(engineer) : date);
    }

    /** @param branch code of a unit; null: where the caller belongs. @param date null: today there */
    @GetMapping("/days")
    @Reads("dispatch.read")
    DayList.Days days(@RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date) {
        Branches.Branch chosen = branches.choose(Optional.ofNullable(branch));
        return days.ofBranch(Actors.current().scope(), chosen.path(), date == null ? chosen.today() : date);
    }

    @GetMapping("/dedications/{customerNumber}")
    @Reads("dispatch.read")
    EngineerScreen.DedicationView dedication(@PathVariable String customerNumber) {
        return screen.dedication(customerNumber);
    }

    @PutMapping("/dedications/{customerNumber}")
    @Performs(DedicateEngineer.class)
    EngineerScreen.DedicationView dedicate(@PathVariable String customerNumber, @Valid @RequestBody DedicationChange change) {
        dedicateEngineer.handle(new DedicateEngineer.Command(customerNumber, Optional.ofNullable(change.engineerCode()),
                Objects.requireNonNullElse(change.standInCodes(), List.of())));
        return dedication(customerNumber);
    }

    @GetMapping("/overlap-policies")
    @Reads("dispatch.read")
    Policies policies() {
        return new Policies(policies.list(Actors.current().scope()));
    }

    @PutMapping("/overlap-policies/{unitCode}")
    @Performs(SetOverlapPolicy.class)
    Policies setPolicy(@PathVariable String unitCode, @Valid @RequestBody PolicyChange change) {
        setOverlapPolicy.handle(new SetOverlapPolicy.Command(unitCode, Optional.ofNullable(change.policy())));
        return policies();
    }

    @GetMapping("/dispatch-terms")
    @Reads("dispatch.read")
    Terms terms() {
        return new Terms(terms.skills(), terms.territories());
    }

    @PutMapping("/territories/{code}")
    @Performs(DefineTerritory.class)
    Terms defineTerritory(@PathVariable @Pattern(regexp = "[A-Za-z0-9_-]{1,40}") String code,
            @Valid @RequestBody TerritoryChange change) {
        defineTerritory.handle(new DefineTerritory.Command(code, change.nameZh(), change.nameEn(), change.unitCode()));
        return terms();
    }

    private static Optional<Place> place(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? Optional.empty() : Optional.of(new Place(latitude, longitude));
    }

    private static Optional<Engineer.Contractor> contractor(@Nullable ContractorGiven given) {
        return Optional.ofNullable(given).map(paid -> new Engineer.Contractor(paid.company().strip(), paid.callOutCents(), paid.hourlyCents()));
    }

    private static List<Engineer.Skill> skills(List<SkillGiven> given) {
        return given.stream().map(skill -> new Engineer.Skill(skill.code(), skill.level(), Optional.ofNullable(skill.expiresOn()))).toList();
    }
}
