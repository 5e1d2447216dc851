package org.firstfix.knowledge.storage;

import java.util.List;
import java.util.Optional;
import org.firstfix.knowledge.domain.About;
import org.firstfix.knowledge.domain.Audience;
import org.firstfix.knowledge.domain.Bilingual;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.knowledge.domain.Edition;
import org.firstfix.knowledge.domain.Step;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.UserId;
import org.firstfix.schema.knowledge.tables.records.EditionRecord;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Editions as they are stored. */
@Component
public class EditionRows {
    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};

    private final JsonMapper json;

    EditionRows(JsonMapper json) {
        this.json = json;
    }

    public Edition toEdition(EditionRecord row) {
        return new Edition(row.getEdition(), toContent(row), Optional.ofNullable(row.getWrittenBy()).map(UserId::new), row.getWrittenByName(),
                row.getWrittenAt(), row.getReason());
    }

    public Content toContent(EditionRecord row) {
        return new Content(Audience.valueOf(row.getAudience()), new Bilingual(row.getTitleZh(), row.getTitleEn()),
                new Bilingual(row.getSummaryZh(), row.getSummaryEn()), new Bilingual(row.getBodyZh(), row.getBodyEn()),
                json.readValue(row.getSteps().data(), STEPS), new About(List.of(row.getFamilies()), List.of(row.getModels()),
                        List.of(row.getSymptoms()), List.of(row.getCauses())));
    }

    void write(EditionRecord row, Edition edition) {
        Content content = edition.content();
        row.setEdition(edition.number());
        row.setAudience(content.audience().name());
        row.setTitleZh(content.title().zh());
        row.setTitleEn(content.title().en());
        row.setSummaryZh(content.summary().zh());
        row.setSummaryEn(content.summary().en());
        row.setBodyZh(content.body().zh());
        row.setBodyEn(content.body().en());
        row.setSteps(JSONB.valueOf(json.writeValueAsString(content.steps())));
        row.setFamilies(content.about().families().toArray(String[]::new));
        row.setModels(content.about().models().toArray(String[]::new));
        row.setSymptoms(content.about().symptoms().toArray(String[]::new));
        row.setCauses(content.about().causes().toArray(String[]::new));
        row.setWrittenBy(edition.writtenBy().map(Id::value).orElse(null));
        row.setWrittenByName(edition.writtenByName());
        row.setWrittenAt(edition.writtenAt());
        row.setReason(edition.reason());
    }
}
