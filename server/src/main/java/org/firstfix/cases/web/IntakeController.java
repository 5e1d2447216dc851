package org.firstfix.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.asset.AssetSummary;
import org.firstfix.contract.Impact;
import org.firstfix.cases.domain.Urgency;
import org.firstfix.cases.query.CasePreview;
import org.firstfix.cases.query.ScreenPop;
import org.firstfix.cases.query.Symptoms;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the form of a new case asks while somebody types. */
@RestController
@RequestMapping("/api/v1")
class IntakeController {
    private final Symptoms symptoms;
    private final CasePreview preview;
    private final Places places;
    private final ScreenPop screenPop;

    IntakeController(Symptoms symptoms, CasePreview preview, Places places, ScreenPop screenPop) {
        this.symptoms = symptoms;
        this.preview = preview;
        this.places = places;
        this.screenPop = screenPop;
    }

    record SymptomChoices(List<Symptoms.Choice> items) {}

    record Duplicates(List<CasePreview.Duplicate> items) {}

    @GetMapping("/symptoms")
    @Reads("case.read")
    SymptomChoices symptoms() {
        return new SymptomChoices(symptoms.choices());
    }

    /** What the case would be: cover, priority, deadlines, duplicates. A machine or a site must be named. */
    @GetMapping("/case-previews")
    @Reads("case.open")
    CasePreview.Preview preview(@RequestParam(required = false) @Nullable String account, @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable String asset, @RequestParam(defaultValue = "DEGRADED") Impact impact,
            @RequestParam(defaultValue = "MEDIUM") Urgency urgency, @RequestParam Optional<Instant> reportedAt) {
        Places.Place place = places.find(account, site, asset);
        return preview.of(new CasePreview.Question(place.accountId(), place.site(), place.asset().map(AssetSummary::id), impact, urgency,
                reportedAt.map(Moments::check)));
    }

    /** Whom a new case is about when nobody calls: the customer with sites, machines, contacts, open cases. */
    @GetMapping("/case-intakes")
    @Reads("case.open")
    ScreenPop.Candidate intake(@RequestParam(required = false) @Nullable String account, @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable String asset) {
        Places.Customer customer = places.customer(account, site, asset);
        return screenPop.at(customer.accountId(), customer.siteId());
    }

    /** Open cases of the same machine or site of the last 30 days, those of the same machine first; at most 10. */
    @GetMapping("/case-duplicates")
    @Reads("case.read")
    Duplicates duplicates(@RequestParam(required = false) @Nullable String site, @RequestParam(required = false) @Nullable String asset) {
        Places.Place place = places.find(null, site, asset);
        return new Duplicates(preview.duplicates(place.asset(), place.site()));
    }
}
