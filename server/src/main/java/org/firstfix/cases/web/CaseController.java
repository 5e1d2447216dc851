package org.firstfix.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.domain.Channel;
import org.firstfix.cases.usecase.RecordQuoteAnswer;
import org.firstfix.cases.usecase.SendQuote;
import org.firstfix.contract.Impact;
import org.firstfix.cases.domain.Urgency;
import org.firstfix.cases.query.CaseFilter;
import org.firstfix.cases.query.CaseList;
import org.firstfix.cases.query.CaseView;
import org.firstfix.cases.usecase.CancelCase;
import org.firstfix.cases.usecase.CloseCase;
import org.firstfix.cases.usecase.CorrectCase;
import org.firstfix.cases.usecase.HandCaseToVendor;
import org.firstfix.cases.usecase.OpenCase;
import org.firstfix.cases.usecase.PutCaseOnHold;
import org.firstfix.cases.usecase.ReleaseCase;
import org.firstfix.cases.usecase.ReopenCase;
import org.firstfix.cases.usecase.ResolveRemotely;
import org.firstfix.cases.usecase.RespondToCase;
import org.firstfix.cases.usecase.ResumeCase;
import org.firstfix.cases.usecase.TakeCase;
import org.firstfix.cases.usecase.TakeCaseBack;
import org.firstfix.contract.Priority;
import org.firstfix.customer.ContactId;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
class CaseController {
    private final CaseList list;
    private final CaseView view;
    private final Places places;
    private final Steps steps;
    private final OpenCase openCase;
    private final CorrectCase correctCase;

    CaseController(CaseList list, CaseView view, Places places, Steps steps, OpenCase openCase, CorrectCase correctCase) {
        this.list = list;
        this.view = view;
        this.places = places;
        this.steps = steps;
        this.openCase = openCase;
        this.correctCase = correctCase;
    }

    /**
     * Cases, filtered in any combination.
     *
     * @param account number of a customer
     * @param site number of a site
     * @param asset serial number of a machine
     * @param branch path of an organisation unit
     * @param q the beginning of a case number
     */
    @GetMapping
    @Reads("case.read")
    Page<CaseList.Line> list(@RequestParam(defaultValue = "") List<CaseStatus> status, @RequestParam(defaultValue = "") List<Priority> priority,
            @RequestParam Optional<String> account, @RequestParam Optional<String> site, @RequestParam Optional<String> asset,
            @RequestParam Optional<String> symptom, @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam Optional<String> branch, @RequestParam Optional<Instant> reportedFrom, @RequestParam Optional<Instant> reportedTo,
            @RequestParam(defaultValue = "false") boolean overdue, @RequestParam(defaultValue = "false") boolean atRisk,
            @RequestParam(defaultValue = "false") boolean watched, @RequestParam Optional<String> q,
            @RequestParam(defaultValue = "REPORTED") CaseFilter.Order sort, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        CaseFilter filter = new CaseFilter(status, priority, filled(account), filled(site), filled(asset), filled(symptom), mine,
                filled(branch), reportedFrom, reportedTo, overdue, atRisk, watched, filled(q), sort);
        return list.find(filter, Actors.current().scope(), PageRequest.of(limit, cursor));
    }

    private static Optional<String> filled(Optional<String> text) {
        return text.filter(value -> !value.isBlank());
    }

    /**
     * A report of a fault.
     *
     * @param siteNumber may be left out with a machine: then it is the machine's site
     * @param accountNumber may be left out: then it is the machine's or the site's customer
     * @param reportedAt when the customer told us; now if left out
     * @param callId the telephone call it came from
     * @param release gives it to the field at once
     * @param quoteAgreed which quote the customer agreed to; only for a release of what nothing covers
     */
    record NewCase(@Nullable Channel channel, @NotBlank @Size(max = 200) String subject, @Nullable @Size(max = 5000) String description,
            @Nullable @Size(max = 60) String symptomCode, @Nullable @Size(max = 40) String accountNumber,
            @Nullable @Size(max = 40) String siteNumber, @Nullable UUID contactId, @Nullable @Size(max = 80) String assetSerial,
            @NotNull Impact impact, @NotNull Urgency urgency, @Nullable Instant reportedAt, @Nullable UUID callId,
            @Nullable Boolean release, @Nullable @Size(max = 500) String quoteAgreed) {}

    @PostMapping
    @Performs(OpenCase.class)
    ResponseEntity<CaseView.View> open(@Valid @RequestBody NewCase report) {
        Places.Place place = places.find(report.accountNumber(), report.siteNumber(), report.assetSerial());
        boolean release = Boolean.TRUE.equals(report.release());
        if (release && !Actors.current().may("case.release")) {
            throw Problem.forbidden("case.release");
        }
        var opened = openCase.handle(new OpenCase.Command(report.channel() == null ? Channel.PHONE : report.channel(),
                report.subject(), text(report.description()), Optional.ofNullable(report.symptomCode()).filter(code -> !code.isBlank()),
                place.accountId(), place.site().id(), Optional.ofNullable(report.contactId()).map(ContactId::new),
                place.asset().map(AssetSummary::id), report.impact(), report.urgency(), Optional.ofNullable(report.reportedAt()).map(Moments::check),
                Optional.empty(), Optional.ofNullable(report.callId()),
                release ? Optional.of(text(report.quoteAgreed())) : Optional.empty()));
        CaseView.View body = view.of(opened.number());
        return ResponseEntity.created(URI.create("/api/v1/cases/" + opened.number())).eTag("\"" + body.version() + "\"").body(body);
    }

    @GetMapping("/{number}")
    @Reads("case.read")
    ResponseEntity<CaseView.View> show(@PathVariable String number) {
        return answer(number);
    }

    /** Facts to correct; what is left out stays. @param priority against the matrix, with the reason */
    record Correction(@Nullable @Size(min = 1, max = 200) String subject, @Nullable @Size(max = 5000) String description,
            @Nullable @Size(max = 60) String symptomCode, @Nullable @Size(max = 80) String assetSerial, @Nullable Impact impact,
            @Nullable Urgency urgency, @Nullable Priority priority, @NotBlank @Size(max = 500) String reason) {}

    @PutMapping("/{number}/facts")
    @Performs(CorrectCase.class)
    ResponseEntity<CaseView.View> correct(@PathVariable String number, @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Correction correction) {
        correctCase.handle(new CorrectCase.Command(number, Versioned.expected(ifMatch), Optional.ofNullable(correction.subject()),
                Optional.ofNullable(correction.description()), Optional.ofNullable(correction.symptomCode()).filter(code -> !code.isBlank()),
                Optional.ofNullable(correction.assetSerial()).filter(serial -> !serial.isBlank()).map(places::asset).map(AssetSummary::id),
                Optional.ofNullable(correction.impact()), Optional.ofNullable(correction.urgency()),
                Optional.ofNullable(correction.priority()), correction.reason()));
        return answer(number);
    }

    /** @param at when it happened; now if left out */
    record Moment(@Nullable Instant at) {
        Optional<Instant> when() {
            return Optional.ofNullable(at).map(Moments::check);
        }
    }

    record Because(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/{number}/respond")
    @Performs(RespondToCase.class)
    ResponseEntity<CaseView.View> respond(@PathVariable String number, @Valid @RequestBody Moment moment) {
        steps.respond().handle(new RespondToCase.Command(number, moment.when()));
        return answer(number);
    }

    /** @param quoteAgreed which quote the customer agreed to; only asked for when nothing covers the case */
    record Release(@Nullable @Size(max = 500) String quoteAgreed) {}

    @PostMapping("/{number}/release")
    @Performs(ReleaseCase.class)
    ResponseEntity<CaseView.View> release(@PathVariable String number, @Valid @RequestBody Release release) {
        steps.release().handle(new ReleaseCase.Command(number, text(release.quoteAgreed())));
        return answer(number);
    }

    record Solution(@NotBlank @Size(max = 60) String causeCode, @NotBlank @Size(max = 5000) String resolution, @Nullable Instant at) {}

    @PostMapping("/{number}/resolve-remotely")
    @Performs(ResolveRemotely.class)
    ResponseEntity<CaseView.View> resolveRemotely(@PathVariable String number, @Valid @RequestBody Solution solution) {
        steps.resolveRemotely().handle(new ResolveRemotely.Command(number, solution.causeCode(), solution.resolution(),
                Optional.ofNullable(solution.at()).map(Moments::check)));
        return answer(number);
    }

    /**
     * @param reason one of the pause reasons; any words if the clock goes on
     * @param evidence who said so, when, by which channel; the contract says whether it may be left out
     * @param clockGoesOn waits without stopping the clock; if left out it stops, or the step is refused
     */
    record Wait(@NotBlank @Size(max = 500) String reason, @Nullable @Size(max = 1000) String evidence, @Nullable Instant at,
            @Nullable Boolean clockGoesOn) {}

    @PostMapping("/{number}/wait-for-customer")
    @Performs(PutCaseOnHold.class)
    ResponseEntity<CaseView.View> waitForCustomer(@PathVariable String number, @Valid @RequestBody Wait wait) {
        steps.putOnHold().handle(new PutCaseOnHold.Command(number, wait.reason().strip(), text(wait.evidence()).strip(),
                Optional.ofNullable(wait.at()).map(Moments::check), Boolean.TRUE.equals(wait.clockGoesOn())));
        return answer(number);
    }

    @PostMapping("/{number}/customer-ready")
    @Performs(ResumeCase.class)
    ResponseEntity<CaseView.View> customerReady(@PathVariable String number, @Valid @RequestBody Moment moment) {
        steps.resume().handle(new ResumeCase.Command(number, moment.when()));
        return answer(number);
    }

    @PostMapping("/{number}/hand-to-vendor")
    @Performs(HandCaseToVendor.class)
    ResponseEntity<CaseView.View> handToVendor(@PathVariable String number, @Valid @RequestBody Because because) {
        steps.handToVendor().handle(new HandCaseToVendor.Command(number, because.reason()));
        return answer(number);
    }

    @PostMapping("/{number}/take-back")
    @Performs(TakeCaseBack.class)
    ResponseEntity<CaseView.View> takeBack(@PathVariable String number, @Valid @RequestBody Because because) {
        steps.takeBack().handle(new TakeCaseBack.Command(number, because.reason()));
        return answer(number);
    }

    /** @param customerSaid the customer's word; may be left out */
    record Closing(@Nullable @Size(max = 1000) String customerSaid) {}

    @PostMapping("/{number}/close")
    @Performs(CloseCase.class)
    ResponseEntity<CaseView.View> close(@PathVariable String number, @Valid @RequestBody Closing closing) {
        steps.close().handle(new CloseCase.Command(number, text(closing.customerSaid())));
        return answer(number);
    }

    @PostMapping("/{number}/reopen")
    @Performs(ReopenCase.class)
    ResponseEntity<CaseView.View> reopen(@PathVariable String number, @Valid @RequestBody Because because) {
        steps.reopen().handle(new ReopenCase.Command(number, because.reason()));
        return answer(number);
    }

    @PostMapping("/{number}/cancel")
    @Performs(CancelCase.class)
    ResponseEntity<CaseView.View> cancel(@PathVariable String number, @Valid @RequestBody Because because) {
        steps.cancel().handle(new CancelCase.Command(number, because.reason()));
        return answer(number);
    }

    /** @param amount in major units of the currency */
    record QuoteOffer(@NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal amount, @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotBlank @Size(max = 5000) String text) {}

    @PostMapping("/{number}/quote/send")
    @Performs(SendQuote.class)
    ResponseEntity<CaseView.View> sendQuote(@PathVariable String number, @Valid @RequestBody QuoteOffer quote) {
        steps.sendQuote().handle(new SendQuote.Command(number, quote.amount(), quote.currency(), quote.text()));
        return answer(number);
    }

    /** @param customerSaid who agreed or declined, how and why */
    record QuoteWord(@NotNull Boolean agreed, @NotBlank @Size(max = 1000) String customerSaid) {}

    @PostMapping("/{number}/quote/answer")
    @Performs(RecordQuoteAnswer.class)
    ResponseEntity<CaseView.View> answerQuote(@PathVariable String number, @Valid @RequestBody QuoteWord word) {
        steps.answerQuote().handle(new RecordQuoteAnswer.Command(number, word.agreed(), word.customerSaid()));
        return answer(number);
    }

    @PostMapping("/{number}/take")
    @Performs(TakeCase.class)
    ResponseEntity<CaseView.View> take(@PathVariable String number) {
        steps.take().handle(new TakeCase.Command(number));
        return answer(number);
    }

    private ResponseEntity<CaseView.View> answer(String number) {
        CaseView.View body = view.of(number);
        return Versioned.ok(body, body.version());
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe;
    }
}
