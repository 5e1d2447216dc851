package org.firstfix.reminder.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.firstfix.reminder.Channel;
import org.firstfix.reminder.Moment;
import org.firstfix.reminder.domain.Policy;
import org.firstfix.reminder.domain.QuietHours;
import org.firstfix.reminder.query.PolicyCatalogue;
import org.firstfix.reminder.usecase.ChangeReminderPolicy;
import org.firstfix.reminder.usecase.DefineReminderPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When and how people are reminded. */
@RestController
@RequestMapping("/api/v1/reminder-policies")
class ReminderPolicyController {
    private static final int LONGEST_MINUTES = 525_600;

    private final PolicyCatalogue catalogue;
    private final DefineReminderPolicy define;
    private final ChangeReminderPolicy change;

    ReminderPolicyController(PolicyCatalogue catalogue, DefineReminderPolicy define, ChangeReminderPolicy change) {
        this.catalogue = catalogue;
        this.define = define;
        this.change = change;
    }

    /** Minutes are working time; either {@code beforeMinutes} or {@code beforePercent}, or neither. */
    record PolicyChange(@NotBlank @Size(max = 100) String nameZh, @NotBlank @Size(max = 100) String nameEn,
            @NotBlank @Size(max = 40) String calendarCode, @NotNull Boolean remindOnArrival,
            @Nullable @Min(1) @Max(LONGEST_MINUTES) Integer beforeMinutes, @Nullable @Min(1) @Max(99) Integer beforePercent,
            @Nullable @Min(0) @Max(LONGEST_MINUTES) Integer escalateAfterMinutes, @NotNull @Min(1) @Max(LONGEST_MINUTES) Integer escalateEveryMinutes,
            @NotBlank @Size(max = 40) String escalationRole, @NotNull Set<@NotNull Channel> arrivalChannels,
            @NotNull Set<@NotNull Channel> beforeChannels, @NotNull Set<@NotNull Channel> escalationChannels,
            @Nullable @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d") String quietFrom,
            @Nullable @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d") String quietUntil, @Nullable @Size(max = 500) String reason) {

        Policy policy(String code, int version) {
            if (beforeMinutes != null && beforePercent != null) {
                throw Problem.invalidField("beforePercent", "reminder.before-twice", Map.of());
            }
            Optional<Policy.Before> before = Optional.ofNullable(beforeMinutes).<Policy.Before>map(Policy.Before.Minutes::new)
                    .or(() -> Optional.ofNullable(beforePercent).map(Policy.Before.PercentLeft::new));
            return new Policy(code, nameZh, nameEn, calendarCode, remindOnArrival, before,
                    Optional.ofNullable(escalateAfterMinutes).map(Duration::ofMinutes), Duration.ofMinutes(escalateEveryMinutes), escalationRole,
                    Map.of(Moment.ARRIVAL, arrivalChannels, Moment.BEFORE_DUE, beforeChannels, Moment.ESCALATION, escalationChannels),
                    quietHours(), version);
        }

        private Optional<QuietHours> quietHours() {
            if (quietFrom == null && quietUntil == null) {
                return Optional.empty();
            }
            if (quietFrom == null || quietUntil == null) {
                throw Problem.invalidField(quietFrom == null ? "quietFrom" : "quietUntil", "reminder.quiet-half", Map.of());
            }
            return Optional.of(new QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietUntil)));
        }
    }

    /** @param code by which a module entrusts its duties, such as {@code APPROVAL} */
    record NewPolicy(@NotBlank @Size(max = 40) @Pattern(regexp = "[A-Z][A-Z0-9_]*") String code, @NotNull @Valid PolicyChange policy) {}

    @GetMapping
    @Reads("reminder.policy")
    PolicyCatalogue.Catalogue policies() {
        return catalogue.show();
    }

    @GetMapping("/{code}")
    @Reads("reminder.policy")
    ResponseEntity<PolicyCatalogue.PolicyView> policy(@PathVariable @Size(max = 40) String code) {
        PolicyCatalogue.PolicyView policy = catalogue.one(code);
        return Versioned.ok(policy, policy.version());
    }

    @PostMapping
    @Performs(DefineReminderPolicy.class)
    ResponseEntity<PolicyCatalogue.PolicyView> define(@Valid @RequestBody NewPolicy wanted) {
        PolicyChange policy = wanted.policy();
        define.handle(new DefineReminderPolicy.Command(policy.policy(wanted.code(), 0), policy.reason() == null ? "" : policy.reason()));
        PolicyCatalogue.PolicyView defined = catalogue.one(wanted.code());
        return ResponseEntity.created(URI.create("/api/v1/reminder-policies/" + defined.code())).eTag("\"" + defined.version() + "\"").body(defined);
    }

    @PutMapping("/{code}")
    @Performs(ChangeReminderPolicy.class)
    ResponseEntity<PolicyCatalogue.PolicyView> change(@PathVariable @Size(max = 40) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody PolicyChange wanted) {
        change.handle(new ChangeReminderPolicy.Command(wanted.policy(code, Versioned.expected(ifMatch)),
                wanted.reason() == null ? "" : wanted.reason()));
        return policy(code);
    }
}
