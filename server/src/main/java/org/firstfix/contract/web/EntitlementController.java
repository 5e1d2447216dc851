package org.firstfix.contract.web;

import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.contract.query.EntitlementCheck;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be claimed now, and why. */
@RestController
@RequestMapping("/api/v1/entitlements")
class EntitlementController {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final EntitlementCheck check;
    private final Clock clock;

    EntitlementController(EntitlementCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    @GetMapping
    @Reads("contract.read")
    EntitlementCheck.View entitlement(@RequestParam(required = false) @Nullable @Size(max = 40) String account,
            @RequestParam(required = false) @Nullable @Size(max = 40) String site,
            @RequestParam(required = false) @Nullable @Size(max = 100) String asset,
            @RequestParam(required = false) @Nullable Instant at) {
        Instant moment = at == null ? clock.instant() : at;
        if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
            throw Problem.invalid("platform.date-out-of-range", Map.of("value", moment.toString()));
        }
        return check.show(new EntitlementCheck.Claim(Optional.ofNullable(account), Optional.ofNullable(site), Optional.ofNullable(asset)),
                moment);
    }
}
