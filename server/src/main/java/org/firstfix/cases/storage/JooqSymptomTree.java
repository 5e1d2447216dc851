package org.firstfix.cases.storage;

import static org.firstfix.schema.cases.Tables.SERVICE_CASE;
import static org.firstfix.schema.cases.Tables.SYMPTOM;
import static org.firstfix.schema.cases.Tables.SYMPTOM_TREE;
import static org.firstfix.schema.cases.Tables.SYMPTOM_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.SymptomNode;
import org.firstfix.cases.domain.SymptomTree;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.search.Pinyin;
import org.firstfix.schema.cases.tables.records.SymptomRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
public class JooqSymptomTree implements SymptomTree {
    private final DSLContext database;
    private final JsonMapper json;

    JooqSymptomTree(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void open() {
        database.selectFrom(SYMPTOM_TREE).forUpdate().fetch();
    }

    @Override
    public Optional<SymptomNode> find(String code) {
        return database.selectFrom(SYMPTOM).where(SYMPTOM.CODE.eq(code)).fetchOptional(JooqSymptomTree::node);
    }

    @Override
    public Optional<SymptomNode> find(String code, int version) {
        return database.select(SYMPTOM_VERSION.CONTENT).from(SYMPTOM_VERSION)
                .where(SYMPTOM_VERSION.CODE.eq(code), SYMPTOM_VERSION.VERSION.eq(version)).fetchOptional(row -> read(row.value1()));
    }

    /** A symptom as it was remembered. */
    public SymptomNode read(JSONB content) {
        return json.readValue(content.data(), SymptomNode.class);
    }

    @Override
    public List<SymptomNode> all() {
        return database.selectFrom(SYMPTOM).orderBy(SYMPTOM.CODE).fetch(JooqSymptomTree::node);
    }

    @Override
    public boolean isReported(String code) {
        return database.fetchExists(SERVICE_CASE, SERVICE_CASE.SYMPTOM_CODE.eq(code));
    }

    @Override
    public void put(SymptomNode symptom, String reason, Actor by, Instant at) {
        SymptomRecord row = database.newRecord(SYMPTOM);
        row.setCode(symptom.code());
        row.setParentCode(symptom.parentCode().orElse(null));
        row.setNameZh(symptom.nameZh());
        row.setNameEn(symptom.nameEn());
        row.setInitials(Pinyin.initials(symptom.nameZh()));
        row.setFamilies(symptom.families().toArray(String[]::new));
        row.setActive(symptom.active());
        row.setVersion(symptom.version());
        database.insertInto(SYMPTOM).set(row).onDuplicateKeyUpdate().set(row).execute();
        database.insertInto(SYMPTOM_VERSION)
                .set(SYMPTOM_VERSION.CODE, symptom.code())
                .set(SYMPTOM_VERSION.VERSION, symptom.version())
                .set(SYMPTOM_VERSION.CONTENT, JSONB.valueOf(json.writeValueAsString(symptom)))
                .set(SYMPTOM_VERSION.REASON, reason)
                .set(SYMPTOM_VERSION.CHANGED_BY, by.personId().map(person -> person.value()).orElse(null))
                .set(SYMPTOM_VERSION.CHANGED_BY_NAME, by.name())
                .set(SYMPTOM_VERSION.CHANGED_AT, at)
                .execute();
        database.update(SYMPTOM_TREE).set(SYMPTOM_TREE.VERSION, SYMPTOM_TREE.VERSION.plus(1)).execute();
    }

    /** A symptom as the table holds it, read the same way for a change and for a screen. */
    public static SymptomNode node(SymptomRecord row) {
        return new SymptomNode(row.getCode(), Optional.ofNullable(row.getParentCode()), row.getNameZh(), row.getNameEn(),
                List.of(row.getFamilies()), row.getActive(), row.getVersion());
    }
}
