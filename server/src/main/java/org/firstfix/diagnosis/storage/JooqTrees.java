package org.firstfix.diagnosis.storage;

import static org.firstfix.schema.diagnosis.Tables.CAUSE;
import static org.firstfix.schema.diagnosis.Tables.CAUSE_COUNT;
import static org.firstfix.schema.diagnosis.Tables.FAULT_LINE;
import static org.firstfix.schema.diagnosis.Tables.GUIDED_CHECK;
import static org.firstfix.schema.diagnosis.Tables.GUIDED_CHECK_SIGN;
import static org.firstfix.schema.diagnosis.Tables.LIKELY_CAUSE;
import static org.firstfix.schema.diagnosis.Tables.REMEDY;
import static org.firstfix.schema.diagnosis.Tables.REMEDY_CAUSE;
import static org.firstfix.schema.diagnosis.Tables.TREE;
import static org.firstfix.schema.diagnosis.Tables.TREE_VERSION;
import static org.firstfix.schema.diagnosis.Tables.TRUE_CAUSE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.firstfix.diagnosis.CauseNode;
import org.firstfix.diagnosis.FaultLine;
import org.firstfix.diagnosis.GuidedCheck;
import org.firstfix.diagnosis.Remedy;
import org.firstfix.diagnosis.TreeEntry;
import org.firstfix.diagnosis.TreeKind;
import org.firstfix.diagnosis.domain.Trees;
import org.firstfix.platform.identity.Actor;
import org.firstfix.schema.diagnosis.tables.records.CauseRecord;
import org.firstfix.schema.diagnosis.tables.records.FaultLineRecord;
import org.firstfix.schema.diagnosis.tables.records.GuidedCheckRecord;
import org.firstfix.schema.diagnosis.tables.records.RemedyRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
public class JooqTrees implements Trees {
    private final DSLContext database;
    private final JsonMapper json;

    JooqTrees(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void open(TreeKind kind) {
        database.selectFrom(TREE).where(TREE.KIND.eq(kind.name())).forUpdate().fetch();
        if (kind != TreeKind.CAUSE) {
            // Nobody retires a cause while something is written that names it.
            database.selectFrom(TREE).where(TREE.KIND.eq(TreeKind.CAUSE.name())).forShare().fetch();
        }
    }

    @Override
    public Optional<TreeEntry> find(TreeKind kind, String code) {
        return switch (kind) {
            case CAUSE -> database.selectFrom(CAUSE).where(CAUSE.CODE.eq(code)).fetchOptional(TreeRows::cause);
            case REMEDY -> database.selectFrom(REMEDY).where(REMEDY.CODE.eq(code)).fetchOptional(row -> TreeRows.remedy(row,
                    database.select(REMEDY_CAUSE.CAUSE_CODE).from(REMEDY_CAUSE).where(REMEDY_CAUSE.REMEDY_CODE.eq(code))
                            .fetch(REMEDY_CAUSE.CAUSE_CODE)));
            case FAULT_LINE -> database.selectFrom(FAULT_LINE).where(FAULT_LINE.CODE.eq(code)).fetchOptional(TreeRows::faultLine);
            case CHECK -> database.selectFrom(GUIDED_CHECK).where(GUIDED_CHECK.CODE.eq(code)).fetchOptional(row -> TreeRows.check(row,
                    database.selectFrom(GUIDED_CHECK_SIGN).where(GUIDED_CHECK_SIGN.CHECK_CODE.eq(code))
                            .fetch(sign -> new GuidedCheck.Sign(sign.getCauseCode(), sign.getYes()))));
        };
    }

    @Override
    public Optional<TreeEntry> find(TreeKind kind, String code, int version) {
        return database.select(TREE_VERSION.CONTENT).from(TREE_VERSION)
                .where(TREE_VERSION.KIND.eq(kind.name()), TREE_VERSION.CODE.eq(code), TREE_VERSION.VERSION.eq(version))
                .fetchOptional(row -> read(kind, row.value1()));
    }

    /** An entry as it was remembered. */
    public TreeEntry read(TreeKind kind, JSONB content) {
        Class<? extends TreeEntry> type = switch (kind) {
            case CAUSE -> CauseNode.class;
            case REMEDY -> Remedy.class;
            case FAULT_LINE -> FaultLine.class;
            case CHECK -> GuidedCheck.class;
        };
        return json.readValue(content.data(), type);
    }

    @Override
    public Map<String, CauseNode> causes() {
        Map<String, CauseNode> causes = new HashMap<>();
        database.selectFrom(CAUSE).forEach(row -> causes.put(row.getCode(), TreeRows.cause(row)));
        return causes;
    }

    @Override
    public boolean isUsedAsCause(String code) {
        return database.select(exists(selectOne().from(CAUSE_COUNT).where(CAUSE_COUNT.CAUSE_CODE.eq(code), CAUSE_COUNT.CASES.gt(0)))
                .or(exists(selectOne().from(TRUE_CAUSE).where(TRUE_CAUSE.CAUSE_CODE.eq(code))))
                .or(exists(selectOne().from(LIKELY_CAUSE).where(LIKELY_CAUSE.CAUSE_CODE.eq(code))))
                .or(exists(selectOne().from(REMEDY_CAUSE).where(REMEDY_CAUSE.CAUSE_CODE.eq(code))))
                .or(exists(selectOne().from(FAULT_LINE).where(FAULT_LINE.CAUSE_CODE.eq(code))))
                .or(exists(selectOne().from(GUIDED_CHECK_SIGN).where(GUIDED_CHECK_SIGN.CAUSE_CODE.eq(code)))))
                .fetchSingle().value1();
    }

    @Override
    public void put(TreeEntry entry, String reason, Actor by, Instant at) {
        switch (entry) {
            case CauseNode cause -> write(cause);
            case Remedy remedy -> write(remedy);
            case FaultLine line -> write(line);
            case GuidedCheck check -> write(check);
        }
        database.update(TREE).set(TREE.VERSION, TREE.VERSION.plus(1)).where(TREE.KIND.eq(entry.kind().name())).execute();
        database.insertInto(TREE_VERSION)
                .set(TREE_VERSION.KIND, entry.kind().name())
                .set(TREE_VERSION.CODE, entry.code())
                .set(TREE_VERSION.VERSION, entry.version())
                .set(TREE_VERSION.CONTENT, JSONB.valueOf(json.writeValueAsString(entry)))
                .set(TREE_VERSION.REASON, reason)
                .set(TREE_VERSION.CHANGED_BY, by.personId().map(person -> person.value()).orElse(null))
                .set(TREE_VERSION.CHANGED_BY_NAME, by.name())
                .set(TREE_VERSION.CHANGED_AT, at)
                .execute();
    }

    private void write(CauseNode cause) {
        CauseRecord row = database.newRecord(CAUSE);
        row.setCode(cause.code());
        row.setParentCode(cause.parentCode().orElse(null));
        row.setNameZh(cause.nameZh());
        row.setNameEn(cause.nameEn());
        row.setFamilies(cause.families().toArray(String[]::new));
        row.setPartKinds(cause.partKinds().toArray(String[]::new));
        row.setActive(cause.active());
        row.setVersion(cause.version());
        database.insertInto(CAUSE).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    private void write(Remedy remedy) {
        RemedyRecord row = database.newRecord(REMEDY);
        row.setCode(remedy.code());
        row.setNameZh(remedy.nameZh());
        row.setNameEn(remedy.nameEn());
        row.setPartKinds(remedy.partKinds().toArray(String[]::new));
        row.setFamilies(remedy.families().toArray(String[]::new));
        row.setMinutes(remedy.minutes());
        row.setActive(remedy.active());
        row.setVersion(remedy.version());
        database.insertInto(REMEDY).set(row).onDuplicateKeyUpdate().set(row).execute();
        database.deleteFrom(REMEDY_CAUSE).where(REMEDY_CAUSE.REMEDY_CODE.eq(remedy.code())).execute();
        remedy.causes().forEach(cause -> database.insertInto(REMEDY_CAUSE).values(remedy.code(), cause).execute());
    }

    private void write(FaultLine line) {
        FaultLineRecord row = database.newRecord(FAULT_LINE);
        row.setCode(line.code());
        row.setFamily(line.family().orElse(null));
        row.setModel(line.model().orElse(null));
        row.setWordsZh(line.wordsZh());
        row.setWordsEn(line.wordsEn());
        row.setSymptomCode(line.symptomCode().orElse(null));
        row.setCauseCode(line.causeCode());
        row.setPartKinds(line.partKinds().toArray(String[]::new));
        row.setWeight(line.weight());
        row.setSource(line.source());
        row.setActive(line.active());
        row.setVersion(line.version());
        database.insertInto(FAULT_LINE).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    private void write(GuidedCheck check) {
        GuidedCheckRecord row = database.newRecord(GUIDED_CHECK);
        row.setCode(check.code());
        row.setQuestionZh(check.questionZh());
        row.setQuestionEn(check.questionEn());
        row.setHowZh(check.howZh());
        row.setHowEn(check.howEn());
        row.setDoneBy(check.doneBy().name());
        row.setMinutes(check.minutes());
        row.setFamilies(check.families().toArray(String[]::new));
        row.setSymptomCodes(check.symptomCodes().toArray(String[]::new));
        row.setOtherwise(check.otherwise());
        row.setActive(check.active());
        row.setVersion(check.version());
        database.insertInto(GUIDED_CHECK).set(row).onDuplicateKeyUpdate().set(row).execute();
        database.deleteFrom(GUIDED_CHECK_SIGN).where(GUIDED_CHECK_SIGN.CHECK_CODE.eq(check.code())).execute();
        check.signs().forEach(sign -> database.insertInto(GUIDED_CHECK_SIGN).values(check.code(), sign.causeCode(), sign.yes()).execute());
    }
}
