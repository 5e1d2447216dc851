package org.firstfix.asset.query;

import static org.firstfix.schema.asset.Tables.ASSET_;
import static org.firstfix.schema.asset.Tables.PART;
import static org.firstfix.schema.asset.Tables.PRODUCT_MODEL;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.noCondition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi.Model;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.asset.Importance;
import org.firstfix.asset.PartSummary;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.asset.tables.records.PartRecord;
import org.firstfix.schema.asset.tables.records.ProductModelRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Machines, models and parts by id, number or serial, as the modules above see them. */
@Query
public class AssetLookup {
    private static final int MOST_AT_A_SITE = 2000;
    private static final int MOST_PARTS = 500;
    private static final int MOST_NAMES = 5000;

    private final DSLContext database;

    AssetLookup(DSLContext database) {
        this.database = database;
    }

    /** @throws Problem 404 */
    public AssetSummary asset(AssetId id) {
        return Optional.ofNullable(assets(List.of(id)).get(id)).orElseThrow(() -> Problem.notFound("asset", id.value()));
    }

    public Map<AssetId, AssetSummary> assets(Collection<AssetId> ids) {
        return summaries(ASSET_.ID.in(ids.stream().map(AssetId::value).distinct().toList()), Math.max(1, ids.size())).stream()
                .collect(Collectors.toMap(AssetSummary::id, asset -> asset));
    }

    public Optional<AssetSummary> bySerial(String serial) {
        return summaries(ASSET_.SERIAL.eq(serial), 1).stream().findFirst();
    }

    public List<AssetSummary> assetsOfSite(SiteId site) {
        return summaries(ASSET_.SITE_ID.eq(site.value()), MOST_AT_A_SITE);
    }

    /** Retired machines do not count. */
    public int countAssets(Collection<AccountId> accounts, Optional<String> family) {
        return database.fetchCount(ASSET_.join(PRODUCT_MODEL).on(PRODUCT_MODEL.CODE.eq(ASSET_.MODEL_CODE)),
                ASSET_.ACCOUNT_ID.in(accounts.stream().map(AccountId::value).toList())
                        .and(ASSET_.LIFE_CYCLE_STAGE.ne("RETIRED"))
                        .and(family.map(PRODUCT_MODEL.FAMILY::eq).orElse(noCondition())));
    }

    public Map<String, Model> models(Collection<String> codes) {
        return database.selectFrom(PRODUCT_MODEL).where(PRODUCT_MODEL.CODE.in(codes.stream().distinct().toList()))
                .fetchMap(ProductModelRecord::getCode, row -> new Model(row.getCode(), row.getFamily(), row.getNameZh(), row.getNameEn(),
                        row.getCategory()));
    }

    public Map<String, PartSummary> parts(Collection<String> numbers) {
        return database.selectFrom(PART).where(PART.NUMBER.in(numbers.stream().distinct().toList()))
                .fetchMap(PartRecord::getNumber, AssetLookup::part);
    }

    /** Parts for this family first, then those that fit all. */
    public List<PartSummary> partsFor(String family) {
        return database.selectFrom(PART)
                .where(PART.FAMILIES.contains(new String[] {family}).or(cardinality(PART.FAMILIES).eq(0)))
                .orderBy(cardinality(PART.FAMILIES).eq(0), PART.KIND, PART.NUMBER).limit(MOST_PARTS).fetch(AssetLookup::part);
    }

    /** In both languages, each once, at most {@value #MOST_NAMES}. */
    public Set<String> partNames() {
        Set<String> names = new TreeSet<>();
        database.selectDistinct(PART.NAME_ZH, PART.NAME_EN).from(PART).orderBy(PART.NAME_EN, PART.NAME_ZH).limit(MOST_NAMES)
                .forEach(row -> names.addAll(List.of(row.value1(), row.value2())));
        return names;
    }

    private List<AssetSummary> summaries(Condition which, int most) {
        return database.select(ASSET_.ID, ASSET_.NUMBER, ASSET_.SERIAL, ASSET_.MODEL_CODE, ASSET_.ACCOUNT_ID, ASSET_.SITE_ID,
                        ASSET_.IMPORTANCE, ASSET_.LOCATION, ASSET_.FIRMWARE, ASSET_.INSTALLED_ON, ASSET_.WARRANTY_END, ASSET_.ORG_PATH, PRODUCT_MODEL.FAMILY,
                        PRODUCT_MODEL.NAME_ZH, PRODUCT_MODEL.NAME_EN)
                .from(ASSET_).join(PRODUCT_MODEL).on(PRODUCT_MODEL.CODE.eq(ASSET_.MODEL_CODE))
                .where(which).orderBy(ASSET_.NUMBER).limit(most).fetch(AssetLookup::summary);
    }

    private static AssetSummary summary(Record row) {
        return new AssetSummary(new AssetId(row.get(ASSET_.ID)), row.get(ASSET_.NUMBER), row.get(ASSET_.SERIAL),
                row.get(ASSET_.MODEL_CODE), row.get(PRODUCT_MODEL.FAMILY), row.get(PRODUCT_MODEL.NAME_ZH),
                row.get(PRODUCT_MODEL.NAME_EN), new AccountId(row.get(ASSET_.ACCOUNT_ID)), new SiteId(row.get(ASSET_.SITE_ID)),
                Importance.valueOf(row.get(ASSET_.IMPORTANCE)), row.get(ASSET_.LOCATION), row.get(ASSET_.FIRMWARE),
                Optional.ofNullable(row.get(ASSET_.INSTALLED_ON)), Optional.ofNullable(row.get(ASSET_.WARRANTY_END)),
                new OrgPath(row.get(ASSET_.ORG_PATH)));
    }

    private static PartSummary part(PartRecord row) {
        return new PartSummary(row.getNumber(), row.getNameZh(), row.getNameEn(), row.getKind(), List.of(row.getFamilies()));
    }
}
