package org.firstfix.diagnosis.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.firstfix.diagnosis.domain.Expectation;
import org.firstfix.diagnosis.query.DiagnosisView;
import org.firstfix.diagnosis.query.KeptPrediction;
import org.firstfix.diagnosis.usecase.AgreeWithDiagnosis;
import org.firstfix.diagnosis.usecase.RecordDiagnosis;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{number}/diagnosis")
class DiagnosisController {
    private final DiagnosisView view;
    private final KeptPrediction kept;
    private final RecordDiagnosis recordDiagnosis;
    private final AgreeWithDiagnosis agree;

    DiagnosisController(DiagnosisView view, KeptPrediction kept, RecordDiagnosis recordDiagnosis, AgreeWithDiagnosis agree) {
        this.view = view;
        this.kept = kept;
        this.recordDiagnosis = recordDiagnosis;
        this.agree = agree;
    }

    /**
     * What it probably is and what to carry.
     *
     * @param unknown "don't know", which is an answer; then no causes are named
     * @param likelyCauses with probabilities above 0 that add up to 1 at most
     * @param parts numbers of at most two parts
     */
    record Diagnosis(boolean unknown, @NotNull @Size(max = 20) List<@Valid LikelyCause> likelyCauses,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 60) String> parts, @Nullable @Size(max = 2000) String remarks) {}

    record LikelyCause(@NotBlank @Size(max = 60) String code, @NotNull BigDecimal probability) {}

    @GetMapping
    @Reads("diagnosis.read")
    ResponseEntity<DiagnosisView.View> show(@PathVariable String number) {
        return answer(number);
    }

    @PutMapping
    @Performs(RecordDiagnosis.class)
    ResponseEntity<DiagnosisView.View> record(@PathVariable String number, @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Diagnosis said) {
        Expectation expectation = new Expectation(said.unknown(), said.likelyCauses().stream()
                .map(likely -> new Expectation.Likely(likely.code(), likely.probability().setScale(4, RoundingMode.HALF_UP))).toList(),
                said.parts(), said.remarks() == null ? "" : said.remarks().strip());
        recordDiagnosis.handle(new RecordDiagnosis.Command(number, Versioned.expected(ifMatch), expectation));
        return answer(number);
    }

    /** The engine's prediction as it was when the engineer left for that visit, computed again from what was kept. */
    @GetMapping("/visits/{visit}/prediction")
    @Reads("diagnosis.read")
    KeptPrediction.View kept(@PathVariable String number, @PathVariable int visit) {
        return kept.of(number, visit);
    }

    /** @param version of the diagnosis one agrees with */
    record Agreement(@NotNull Integer version) {}

    /** Technical support agrees with a dedicated engineer. Disagreeing is a PUT of another diagnosis. */
    @PostMapping("/agree")
    @Performs(AgreeWithDiagnosis.class)
    ResponseEntity<DiagnosisView.View> agree(@PathVariable String number, @Valid @RequestBody Agreement agreement) {
        agree.handle(new AgreeWithDiagnosis.Command(number, agreement.version()));
        return answer(number);
    }

    private ResponseEntity<DiagnosisView.View> answer(String number) {
        DiagnosisView.View body = view.of(number);
        return Versioned.ok(body, body.version());
    }
}
