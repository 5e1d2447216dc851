package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.CAUSE;
import static org.firstfix.schema.diagnosis.Tables.CAUSE_COUNT;
import static org.firstfix.schema.diagnosis.Tables.CHECK_ANSWER;
import static org.firstfix.schema.diagnosis.Tables.FAULT_LINE;
import static org.firstfix.schema.diagnosis.Tables.GUIDED_CHECK;
import static org.firstfix.schema.diagnosis.Tables.GUIDED_CHECK_SIGN;
import static org.firstfix.schema.diagnosis.Tables.REMEDY;
import static org.firstfix.schema.diagnosis.Tables.REMEDY_CAUSE;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.diagnosis.CauseNode;
import org.firstfix.diagnosis.FaultLine;
import org.firstfix.diagnosis.GuidedCheck;
import org.firstfix.diagnosis.Remedy;
import org.firstfix.diagnosis.storage.TreeRows;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.diagnosis.tables.records.GuidedCheckRecord;
import org.firstfix.schema.diagnosis.tables.records.RemedyRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;

/** Everything that the house keeps about faults, with what it is used for and what it lacks, by code. The whole house's. */
@Query
public class TreeList {
    private static final String ORDER = "tree-code";

    private final DSLContext database;

    TreeList(DSLContext database) {
        this.database = database;
    }

    /** What somebody who keeps the trees should look at. */
    public enum Lack {
        CHINESE,
        ENGLISH,
        /** A cause that nobody says how to mend. */
        REMEDY,
        /** It names a cause that is retired, and is silent about it. */
        CAUSE_RETIRED
    }

    /**
     * @param group it has no parent or something stands below it: it cannot be found itself
     * @param cases in which it was found, over the whole house
     * @param remedies in use that mend it
     */
    public record CauseLine(String code, Optional<String> parentCode, String nameZh, String nameEn, List<String> families,
            List<String> partKinds, boolean active, boolean group, long cases, int remedies, List<Lack> lacks, int version,
            List<String> actions) {}

    public record RemedyLine(String code, String nameZh, String nameEn, List<String> causes, List<String> partKinds, List<String> families,
            int minutes, boolean active, List<Lack> lacks, int version, List<String> actions) {}

    public record MakersLine(String code, Optional<String> family, Optional<String> model, String wordsZh, String wordsEn,
            Optional<String> symptomCode, String causeCode, List<String> partKinds, BigDecimal weight, String source, boolean active,
            List<Lack> lacks, int version, List<String> actions) {}

    /** @param answered cases in the reader's reach in which it was answered */
    public record CheckLine(String code, String questionZh, String questionEn, String howZh, String howEn, GuidedCheck.DoneBy doneBy,
            int minutes, List<String> families, List<String> symptomCodes, BigDecimal otherwise, List<GuidedCheck.Sign> signs,
            boolean active, long answered, List<Lack> lacks, int version, List<String> actions) {}

    /** @param scope nothing depends on it: what was found counts over the whole house */
    public Page<CauseLine> causes(DataScope scope, Optional<String> family, PageRequest page) {
        List<CauseNode> causes = database.selectFrom(CAUSE).where(after(CAUSE.CODE, page), fits(CAUSE.FAMILIES, family))
                .orderBy(CAUSE.CODE).limit(page.limit() + 1).fetch(TreeRows::cause);
        List<String> codes = causes.stream().map(CauseNode::code).toList();
        Set<String> groups = new HashSet<>(database.selectDistinct(CAUSE.PARENT_CODE).from(CAUSE).where(CAUSE.PARENT_CODE.in(codes))
                .fetch(CAUSE.PARENT_CODE));
        Map<String, Long> found = new HashMap<>();
        database.select(CAUSE_COUNT.CAUSE_CODE, sum(CAUSE_COUNT.CASES)).from(CAUSE_COUNT).where(CAUSE_COUNT.CAUSE_CODE.in(codes))
                .groupBy(CAUSE_COUNT.CAUSE_CODE).forEach(row -> found.put(row.value1(), row.value2().longValue()));
        Map<String, Integer> mended = database.select(REMEDY_CAUSE.CAUSE_CODE, countDistinct(REMEDY.CODE)).from(REMEDY_CAUSE)
                .join(REMEDY).on(REMEDY.CODE.eq(REMEDY_CAUSE.REMEDY_CODE)).where(REMEDY_CAUSE.CAUSE_CODE.in(codes), REMEDY.ACTIVE.isTrue())
                .groupBy(REMEDY_CAUSE.CAUSE_CODE).fetchMap(row -> row.value1(), row -> row.value2());
        return Page.of(causes, page.limit(), last -> Cursor.after(ORDER, last.code())).map(cause -> {
            boolean group = cause.parentCode().isEmpty() || groups.contains(cause.code());
            int remedies = mended.getOrDefault(cause.code(), 0);
            List<Lack> lacks = languages(cause.nameZh(), cause.nameEn());
            if (hasNoRemedy(cause, group, remedies)) {
                lacks.add(Lack.REMEDY);
            }
            return new CauseLine(cause.code(), cause.parentCode(), cause.nameZh(), cause.nameEn(), cause.families(), cause.partKinds(),
                    cause.active(), group, found.getOrDefault(cause.code(), 0L), remedies, lacks, cause.version(), actions());
        });
    }

    /** @param scope nothing depends on it */
    public Page<RemedyLine> remedies(DataScope scope, Optional<String> family, PageRequest page) {
        List<RemedyRecord> rows = database.selectFrom(REMEDY).where(after(REMEDY.CODE, page), fits(REMEDY.FAMILIES, family))
                .orderBy(REMEDY.CODE).limit(page.limit() + 1).fetch();
        Map<String, List<String>> causes = database.selectFrom(REMEDY_CAUSE)
                .where(REMEDY_CAUSE.REMEDY_CODE.in(rows.stream().map(RemedyRecord::getCode).toList())).orderBy(REMEDY_CAUSE.CAUSE_CODE)
                .fetchGroups(REMEDY_CAUSE.REMEDY_CODE, REMEDY_CAUSE.CAUSE_CODE);
        Set<String> retired = retiredCauses();
        return Page.of(rows, page.limit(), last -> Cursor.after(ORDER, last.getCode())).map(row -> {
            Remedy remedy = TreeRows.remedy(row, causes.getOrDefault(row.getCode(), List.of()));
            return new RemedyLine(remedy.code(), remedy.nameZh(), remedy.nameEn(), remedy.causes(), remedy.partKinds(), remedy.families(),
                    remedy.minutes(), remedy.active(), lacks(remedy.nameZh(), remedy.nameEn(), remedy.causes(), retired), remedy.version(), actions());
        });
    }

    /**
     * @param scope nothing depends on it
     * @param text anywhere in the words, or the beginning of the code
     */
    public Page<MakersLine> faultLines(DataScope scope, String text, Optional<String> family, Optional<String> cause, PageRequest page) {
        Condition words = text.isBlank() ? noCondition() : FAULT_LINE.WORDS_ZH.containsIgnoreCase(text.strip())
                .or(FAULT_LINE.WORDS_EN.containsIgnoreCase(text.strip())).or(FAULT_LINE.CODE.startsWithIgnoreCase(text.strip()));
        List<FaultLine> lines = database.selectFrom(FAULT_LINE).where(after(FAULT_LINE.CODE, page), words,
                        family.map(wanted -> FAULT_LINE.FAMILY.isNull().or(FAULT_LINE.FAMILY.eq(wanted))).orElse(noCondition()),
                        cause.map(FAULT_LINE.CAUSE_CODE::eq).orElse(noCondition()))
                .orderBy(FAULT_LINE.CODE).limit(page.limit() + 1).fetch(TreeRows::faultLine);
        Set<String> retired = retiredCauses();
        return Page.of(lines, page.limit(), last -> Cursor.after(ORDER, last.code())).map(line -> new MakersLine(line.code(), line.family(),
                line.model(), line.wordsZh(), line.wordsEn(), line.symptomCode(), line.causeCode(), line.partKinds(), line.weight(),
                line.source(), line.active(), lacks(line.wordsZh(), line.wordsEn(), line.causeCodes(), retired), line.version(), actions()));
    }

    /** @param scope answers of cases outside it are not counted */
    public Page<CheckLine> checks(DataScope scope, Optional<String> family, PageRequest page) {
        List<GuidedCheckRecord> rows = database.selectFrom(GUIDED_CHECK).where(after(GUIDED_CHECK.CODE, page), fits(GUIDED_CHECK.FAMILIES, family))
                .orderBy(GUIDED_CHECK.CODE).limit(page.limit() + 1).fetch();
        List<String> codes = rows.stream().map(GuidedCheckRecord::getCode).toList();
        Map<String, List<GuidedCheck.Sign>> signs = new HashMap<>();
        database.selectFrom(GUIDED_CHECK_SIGN).where(GUIDED_CHECK_SIGN.CHECK_CODE.in(codes)).forEach(row ->
                signs.computeIfAbsent(row.getCheckCode(), code -> new ArrayList<>()).add(new GuidedCheck.Sign(row.getCauseCode(), row.getYes())));
        Map<String, Integer> answered = database.select(CHECK_ANSWER.CHECK_CODE, countDistinct(CHECK_ANSWER.CASE_ID)).from(CHECK_ANSWER)
                .where(CHECK_ANSWER.CHECK_CODE.in(codes)).groupBy(CHECK_ANSWER.CHECK_CODE).fetchMap(row -> row.value1(), row -> row.value2());
        Set<String> retired = retiredCauses();
        return Page.of(rows, page.limit(), last -> Cursor.after(ORDER, last.getCode())).map(row -> {
            GuidedCheck check = TreeRows.check(row, signs.getOrDefault(row.getCode(), List.of()));
            return new CheckLine(check.code(), check.questionZh(), check.questionEn(), check.howZh(), check.howEn(), check.doneBy(),
                    check.minutes(), check.families(), check.symptomCodes(), check.otherwise(), check.signs(), check.active(),
                    answered.getOrDefault(check.code(), 0), lacks(check.questionZh(), check.questionEn(), check.causeCodes(), retired),
                    check.version(), actions());
        });
    }

    /** Only a cause that can be found needs a remedy. */
    static boolean hasNoRemedy(CauseNode cause, boolean group, int remedies) {
        return cause.active() && !group && remedies == 0;
    }

    private Set<String> retiredCauses() {
        return new HashSet<>(database.select(CAUSE.CODE).from(CAUSE).where(CAUSE.ACTIVE.isFalse()).fetch(CAUSE.CODE));
    }

    private static List<Lack> lacks(String zh, String en, Collection<String> causes, Set<String> retired) {
        List<Lack> lacks = languages(zh, en);
        if (causes.stream().anyMatch(retired::contains)) {
            lacks.add(Lack.CAUSE_RETIRED);
        }
        return lacks;
    }

    private static List<Lack> languages(String zh, String en) {
        List<Lack> lacks = new ArrayList<>();
        if (zh.isBlank()) {
            lacks.add(Lack.CHINESE);
        }
        if (en.isBlank()) {
            lacks.add(Lack.ENGLISH);
        }
        return lacks;
    }

    private static Condition after(TableField<?, String> code, PageRequest page) {
        return page.after(ORDER, 1).map(cursor -> code.gt(cursor.text(0))).orElse(noCondition());
    }

    private static Condition fits(TableField<?, String[]> families, Optional<String> family) {
        return family.map(wanted -> cardinality(families).eq(0).or(families.contains(new String[] {wanted}))).orElse(noCondition());
    }

    private static List<String> actions() {
        return Actors.current().may("catalogue.maintain") ? List.of("CHANGE") : List.of();
    }
}
