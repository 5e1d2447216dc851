package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseApi.Symptom;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.domain.Knowledge;
import org.firstfix.diagnosis.domain.QuestionOfACase;
import org.firstfix.diagnosis.domain.QuestionOfACase.AskedMachine;
import org.firstfix.diagnosis.domain.QuestionOfACase.NamedSymptom;
import org.firstfix.faultfinding.Question;
import org.springframework.stereotype.Component;

/** Puts the question about a case, or about a report that is still being written. */
@Component
class Questions {
    private final CaseApi cases;
    private final AssetApi assets;
    private final Knowledge knowledge;
    private final Clock clock;

    Questions(CaseApi cases, AssetApi assets, Knowledge knowledge, Clock clock) {
        this.cases = cases;
        this.assets = assets;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    Question of(CaseSummary it) {
        Instant now = clock.instant();
        Optional<AskedMachine> machine = it.assetId().map(assets::asset).map(asset -> machine(asset, Optional.of(it.id())))
                .or(() -> it.modelCode().map(model -> new AskedMachine("", model, it.family().orElse(""), "", Optional.empty(), Optional.empty())));
        return new QuestionOfACase(it.subject(), it.description(), it.symptomCode().flatMap(this::symptom), machine, now).question();
    }

    /** @param serial of a machine we know; {@code family} only where it is not known */
    Question of(String words, Optional<String> symptomCode, Optional<String> serial, Optional<String> family) {
        Optional<AskedMachine> machine = serial.flatMap(assets::findBySerial).map(asset -> machine(asset, Optional.empty()))
                .or(() -> family.map(known -> new AskedMachine("", "", known, "", Optional.empty(), Optional.empty())));
        return new QuestionOfACase(words, "", symptomCode.flatMap(this::symptom), machine, clock.instant()).question();
    }

    private AskedMachine machine(AssetSummary asset, Optional<CaseId> besides) {
        return new AskedMachine(asset.serial(), asset.modelCode(), asset.family(), asset.firmware(),
                asset.installedOn().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()), knowledge.lastFinding(asset.id(), besides));
    }

    private Optional<NamedSymptom> symptom(String code) {
        Map<String, Symptom> known = cases.symptoms().stream().collect(Collectors.toMap(Symptom::code, it -> it));
        return Optional.ofNullable(known.get(code)).map(it -> new NamedSymptom(it.code(), it.nameZh(), it.nameEn()));
    }
}
