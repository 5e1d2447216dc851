package org.firstfix.asset.query;

import static org.firstfix.schema.asset.Tables.PART;
import static org.firstfix.schema.asset.Tables.PRODUCT_MODEL;
import static org.jooq.impl.DSL.cardinality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.asset.tables.records.PartRecord;
import org.firstfix.schema.asset.tables.records.ProductModelRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Models by code and parts by number. The catalogue is the whole house's. */
@Query
public class CatalogueList {
    private static final String MODELS = "model-code";
    private static final String PARTS = "part-number";

    private final DSLContext database;

    CatalogueList(DSLContext database) {
        this.database = database;
    }

    public record ModelView(String code, String family, String nameZh, String nameEn, String maker, String category,
            @Nullable LocalDate endOfService, int version, List<String> actions) {}

    /** @param families it fits; empty for all */
    public record PartView(String number, String nameZh, String nameEn, String kind, List<String> families, int version,
            List<String> actions) {}

    /**
     * @param scope nothing depends on it: everybody who may read machines sees the whole catalogue
     * @param text beginning of the code, or anywhere in a name
     */
    public Page<ModelView> models(DataScope scope, String text, Optional<String> family, PageRequest page) {
        List<Condition> conditions = new ArrayList<>();
        if (!text.isBlank()) {
            conditions.add(PRODUCT_MODEL.CODE.startsWithIgnoreCase(text.strip()).or(PRODUCT_MODEL.NAME_ZH.containsIgnoreCase(text.strip()))
                    .or(PRODUCT_MODEL.NAME_EN.containsIgnoreCase(text.strip())).or(PRODUCT_MODEL.FAMILY.startsWithIgnoreCase(text.strip())));
        }
        family.ifPresent(wanted -> conditions.add(PRODUCT_MODEL.FAMILY.eq(wanted)));
        page.after(MODELS, 1).ifPresent(cursor -> conditions.add(PRODUCT_MODEL.CODE.gt(cursor.text(0))));
        return Page.of(database.selectFrom(PRODUCT_MODEL).where(conditions).orderBy(PRODUCT_MODEL.CODE).limit(page.limit() + 1)
                .fetch(CatalogueList::model), page.limit(), last -> Cursor.after(MODELS, last.code()));
    }

    /** @throws Problem 404 */
    public ModelView model(String code) {
        return database.selectFrom(PRODUCT_MODEL).where(PRODUCT_MODEL.CODE.eq(code)).fetchOptional(CatalogueList::model)
                .orElseThrow(() -> Problem.notFound("model", code));
    }

    /** All families there are, for filters; a national maker has a few hundred. */
    public List<String> families() {
        return database.selectDistinct(PRODUCT_MODEL.FAMILY).from(PRODUCT_MODEL).orderBy(PRODUCT_MODEL.FAMILY).limit(2000)
                .fetch(PRODUCT_MODEL.FAMILY);
    }

    /**
     * @param scope nothing depends on it
     * @param family parts that fit the family, those that fit all included
     */
    public Page<PartView> parts(DataScope scope, String text, Optional<String> family, Optional<String> kind, PageRequest page) {
        List<Condition> conditions = new ArrayList<>();
        if (!text.isBlank()) {
            conditions.add(PART.NUMBER.startsWithIgnoreCase(text.strip()).or(PART.NAME_ZH.containsIgnoreCase(text.strip()))
                    .or(PART.NAME_EN.containsIgnoreCase(text.strip())));
        }
        family.ifPresent(wanted -> conditions.add(PART.FAMILIES.contains(new String[] {wanted}).or(cardinality(PART.FAMILIES).eq(0))));
        kind.ifPresent(wanted -> conditions.add(PART.KIND.eq(wanted)));
        page.after(PARTS, 1).ifPresent(cursor -> conditions.add(PART.NUMBER.gt(cursor.text(0))));
        return Page.of(database.selectFrom(PART).where(conditions).orderBy(PART.NUMBER).limit(page.limit() + 1).fetch(CatalogueList::part),
                page.limit(), last -> Cursor.after(PARTS, last.number()));
    }

    /** @throws Problem 404 */
    public PartView part(String number) {
        return database.selectFrom(PART).where(PART.NUMBER.eq(number)).fetchOptional(CatalogueList::part)
                .orElseThrow(() -> Problem.notFound("part", number));
    }

    private static ModelView model(ProductModelRecord row) {
        return new ModelView(row.getCode(), row.getFamily(), row.getNameZh(), row.getNameEn(), row.getMaker(), row.getCategory(),
                row.getEndOfService(), row.getVersion(), actions());
    }

    private static PartView part(PartRecord row) {
        return new PartView(row.getNumber(), row.getNameZh(), row.getNameEn(), row.getKind(), List.of(row.getFamilies()), row.getVersion(),
                actions());
    }

    private static List<String> actions() {
        return Actors.current().may("catalogue.maintain") ? List.of("change") : List.of();
    }
}
