package org.firstfix.asset.query;

import static org.firstfix.schema.asset.Tables.ASSET_;
import static org.firstfix.schema.asset.Tables.PRODUCT_MODEL;
import static org.firstfix.schema.asset.Tables.RELATED_SOFTWARE;
import static org.jooq.impl.DSL.count;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.Importance;
import org.firstfix.asset.domain.LifeCycleStage;
import org.firstfix.asset.domain.SoftwareKind;
import org.firstfix.asset.domain.Warranty;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.asset.tables.records.AssetRecord;
import org.firstfix.schema.asset.tables.records.ProductModelRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** One machine at a glance, and the tree it is part of. */
@Query
public class AssetFile {
    private static final int DEEPEST_TREE = 20;
    private static final int MOST_IN_A_TREE = 500;

    private final DSLContext database;
    private final CustomerApi customers;
    private final Clock clock;

    AssetFile(DSLContext database, CustomerApi customers, Clock clock) {
        this.database = database;
        this.customers = customers;
        this.clock = clock;
    }

    public record SoftwareView(SoftwareKind kind, String name, String release, String patchLevel) {}

    public record UserView(ContactId id, String name, String jobTitle, String phone, String mobile) {}

    public record OwnerView(String number, String name, String tier, boolean overdue) {}

    public record SiteOfAsset(String number, String name, String address, String zone) {}

    /**
     * @param account the owner; nothing where another branch owns the account
     * @param warrantyDaysLeft days until the warranty has ended, at the site; negative afterwards; nothing if unknown
     * @param actions change, move, retire while in service; return-to-service once retired
     */
    public record AssetView(AssetId id, String number, String serial, String modelCode, String family, String modelNameZh,
            String modelNameEn, String maker, @Nullable LocalDate endOfService, @Nullable OwnerView account, @Nullable SiteOfAsset site,
            @Nullable String siteNumber, @Nullable ContactId userContactId, @Nullable UserView user, @Nullable String parentSerial,
            int parts, Importance importance, String usedFor, String criticalHours, String location, String firmware,
            String operatingSystem, String patchLevel, @Nullable LocalDate installedOn, @Nullable LocalDate warrantyStart,
            @Nullable LocalDate warrantyEnd, Warranty.State warranty, @Nullable Integer warrantyDaysLeft, LifeCycleStage lifeCycleStage,
            List<SoftwareView> software, int version, List<String> actions) {}

    /** @param parentSerial nothing for the top of the tree */
    public record TreeNode(String serial, String number, String modelCode, String modelNameZh, String modelNameEn, String location,
            LifeCycleStage lifeCycleStage, @Nullable String parentSerial, boolean asked) {}

    /** @throws Problem 404 */
    public AssetView show(String serial) {
        AssetRecord asset = bySerial(serial);
        ProductModelRecord model = database.selectFrom(PRODUCT_MODEL).where(PRODUCT_MODEL.CODE.eq(asset.getModelCode())).fetchSingle();
        Optional<AccountSummary> account = Optional.ofNullable(customers.accounts(List.of(new AccountId(asset.getAccountId())))
                .get(new AccountId(asset.getAccountId())));
        Optional<SiteSummary> site = Optional.ofNullable(customers.sites(List.of(new SiteId(asset.getSiteId())))
                .get(new SiteId(asset.getSiteId())));
        Optional<ContactId> userId = Optional.ofNullable(asset.getUserContactId()).map(ContactId::new);
        Optional<ContactSummary> user = userId.map(id -> customers.contacts(List.of(id)).get(id));
        Warranty warranty = new Warranty(Optional.ofNullable(asset.getWarrantyStart()), Optional.ofNullable(asset.getWarrantyEnd()));
        ZoneId zone = site.map(SiteSummary::zone).orElse(clock.getZone());
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        LifeCycleStage stage = LifeCycleStage.valueOf(asset.getLifeCycleStage());
        return new AssetView(new AssetId(asset.getId()), asset.getNumber(), asset.getSerial(), model.getCode(), model.getFamily(),
                model.getNameZh(), model.getNameEn(), model.getMaker(), model.getEndOfService(),
                account.map(found -> new OwnerView(found.number(), found.name(), found.tier(), found.overdue())).orElse(null),
                site.map(found -> new SiteOfAsset(found.number(), found.name(), found.address(), found.zone().getId())).orElse(null),
                site.map(SiteSummary::number).orElse(null), userId.orElse(null),
                user.map(found -> new UserView(found.id(), found.name(), found.jobTitle(), found.phone(), found.mobile())).orElse(null),
                Optional.ofNullable(asset.getParentAssetId()).flatMap(this::serialOf).orElse(null),
                database.fetchCount(ASSET_, ASSET_.PARENT_ASSET_ID.eq(asset.getId())), Importance.valueOf(asset.getImportance()),
                asset.getUsedFor(), asset.getCriticalHours(), asset.getLocation(), asset.getFirmware(), asset.getOperatingSystem(),
                asset.getPatchLevel(), asset.getInstalledOn(), asset.getWarrantyStart(), asset.getWarrantyEnd(), warranty.on(today),
                warranty.end().map(end -> (int) ChronoUnit.DAYS.between(today, end)).orElse(null), stage,
                database.selectFrom(RELATED_SOFTWARE).where(RELATED_SOFTWARE.ASSET_ID.eq(asset.getId())).orderBy(RELATED_SOFTWARE.NAME)
                        .fetch(one -> new SoftwareView(SoftwareKind.valueOf(one.getKind()), one.getName(), one.getRelease(), one.getPatchLevel())),
                asset.getVersion(), actions(stage));
    }

    /** The whole machine that this one belongs to, parents before their parts. */
    public List<TreeNode> tree(String serial) {
        AssetRecord asked = bySerial(serial);
        AssetRecord top = asked;
        for (int depth = 0; depth < DEEPEST_TREE && top.getParentAssetId() != null; depth++) {
            Optional<AssetRecord> parent = database.selectFrom(ASSET_).where(ASSET_.ID.eq(top.getParentAssetId())).fetchOptional();
            if (parent.isEmpty()) {
                break;
            }
            top = parent.get();
        }
        List<TreeNode> nodes = new ArrayList<>();
        List<UUID> level = List.of(top.getId());
        boolean isTop = true;
        while (!level.isEmpty() && nodes.size() < MOST_IN_A_TREE) {
            var parent = ASSET_.as("parent");
            var rows = database.select(ASSET_.ID, ASSET_.SERIAL, ASSET_.NUMBER, ASSET_.MODEL_CODE, PRODUCT_MODEL.NAME_ZH,
                            PRODUCT_MODEL.NAME_EN, ASSET_.LOCATION, ASSET_.LIFE_CYCLE_STAGE, parent.SERIAL)
                    .from(ASSET_).join(PRODUCT_MODEL).on(PRODUCT_MODEL.CODE.eq(ASSET_.MODEL_CODE))
                    .leftJoin(parent).on(parent.ID.eq(ASSET_.PARENT_ASSET_ID))
                    .where(isTop ? ASSET_.ID.in(level) : ASSET_.PARENT_ASSET_ID.in(level))
                    .orderBy(ASSET_.NUMBER).limit(MOST_IN_A_TREE).fetch();
            boolean topNow = isTop;
            rows.forEach(row -> nodes.add(new TreeNode(row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7(),
                    LifeCycleStage.valueOf(row.value8()), topNow ? null : row.value9(), row.value1().equals(asked.getId()))));
            level = rows.map(row -> row.value1());
            isTop = false;
        }
        return nodes;
    }

    /** How the machines of an account stand, for its page. Retired machines are counted apart. */
    public record Fleet(int inService, int critical, int retired, int underWarranty, int warrantyEnded, List<FamilyCount> families) {}

    public record FamilyCount(String family, int assets) {}

    /** @throws Problem 404 if there is no such account */
    public Fleet fleet(String accountNumber) {
        AccountSummary account = customers.findAccountByNumber(accountNumber).orElseThrow(() -> Problem.notFound("account", accountNumber));
        var mine = ASSET_.ACCOUNT_ID.eq(account.id().value());
        var inService = mine.and(ASSET_.LIFE_CYCLE_STAGE.ne("RETIRED"));
        LocalDate today = clock.instant().atZone(clock.getZone()).toLocalDate();
        return new Fleet(database.fetchCount(ASSET_, inService), database.fetchCount(ASSET_, inService.and(ASSET_.IMPORTANCE.eq("CRITICAL"))),
                database.fetchCount(ASSET_, mine.and(ASSET_.LIFE_CYCLE_STAGE.eq("RETIRED"))),
                database.fetchCount(ASSET_, inService.and(ASSET_.WARRANTY_END.ge(today))),
                database.fetchCount(ASSET_, inService.and(ASSET_.WARRANTY_END.lt(today))),
                database.select(PRODUCT_MODEL.FAMILY, count()).from(ASSET_).join(PRODUCT_MODEL).on(PRODUCT_MODEL.CODE.eq(ASSET_.MODEL_CODE))
                        .where(inService).groupBy(PRODUCT_MODEL.FAMILY).orderBy(count().desc(), PRODUCT_MODEL.FAMILY)
                        .fetch(row -> new FamilyCount(row.value1(), row.value2())));
    }

    private AssetRecord bySerial(String serial) {
        return database.selectFrom(ASSET_).where(ASSET_.SERIAL.eq(serial)).fetchOptional()
                .orElseThrow(() -> Problem.notFound("asset", serial));
    }

    private Optional<String> serialOf(UUID id) {
        return database.select(ASSET_.SERIAL).from(ASSET_).where(ASSET_.ID.eq(id)).fetchOptional(ASSET_.SERIAL);
    }

    private static List<String> actions(LifeCycleStage stage) {
        if (!Actors.current().may("asset.maintain")) {
            return List.of();
        }
        return stage == LifeCycleStage.RETIRED ? List.of("change", "return-to-service") : List.of("change", "move", "retire");
    }
}
