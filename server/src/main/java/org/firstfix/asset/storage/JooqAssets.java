package org.firstfix.asset.storage;

import static org.firstfix.schema.asset.Sequences.ASSET_NUMBER;
import static org.firstfix.schema.asset.Tables.ASSET_;
import static org.firstfix.schema.asset.Tables.RELATED_SOFTWARE;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.domain.Asset;
import org.firstfix.asset.domain.Assets;
import org.firstfix.asset.Importance;
import org.firstfix.asset.domain.LifeCycleStage;
import org.firstfix.asset.domain.RelatedSoftware;
import org.firstfix.asset.domain.SoftwareKind;
import org.firstfix.asset.domain.Warranty;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.asset.tables.records.AssetRecord;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

@Component
class JooqAssets implements Assets {
    /** Any fixed number: whoever rearranges trees holds it until the end of the transaction. */
    private static final long TREES = 0x0f1f_0002L;
    private static final int DEEPEST_TREE = 20;

    private final DSLContext database;

    JooqAssets(DSLContext database) {
        this.database = database;
    }

    @Override
    public Asset add(Asset.Facts facts, Asset.Place place, LifeCycleStage stage) {
        AssetRecord row = database.newRecord(ASSET_);
        row.setNumber("AS-%07d".formatted(database.nextval(ASSET_NUMBER)));
        write(facts, row);
        write(place, row);
        row.setLifeCycleStage(stage.name());
        row.store();
        row.refresh();
        writeSoftware(row.getId(), facts.software());
        return read(row, facts.software());
    }

    @Override
    public Optional<Asset> findBySerial(String serial) {
        return database.selectFrom(ASSET_).where(ASSET_.SERIAL.eq(serial)).fetchOptional().map(this::readOne);
    }

    @Override
    public Optional<Asset> findForChange(String serial) {
        return database.selectFrom(ASSET_).where(ASSET_.SERIAL.eq(serial)).forNoKeyUpdate().fetchOptional().map(this::readOne);
    }

    @Override
    public List<Asset> findAllForChange(List<AssetId> ids) {
        return readAll(database.selectFrom(ASSET_).where(ASSET_.ID.in(ids.stream().map(AssetId::value).toList()))
                .orderBy(ASSET_.ID).forNoKeyUpdate().fetch());
    }

    @Override
    public void save(Asset changed) {
        UUID id = changed.id().value();
        AssetRecord row = database.newRecord(ASSET_);
        write(changed.facts(), row);
        write(changed.place(), row);
        row.setLifeCycleStage(changed.stage().name());
        row.setVersion(changed.version());
        database.update(ASSET_).set(row).where(ASSET_.ID.eq(id)).execute();
        database.deleteFrom(RELATED_SOFTWARE).where(RELATED_SOFTWARE.ASSET_ID.eq(id)).execute();
        writeSoftware(id, changed.facts().software());
    }

    @Override
    public List<AssetId> lineOf(AssetId asset) {
        Table<?> line = DSL.table(name("line"));
        var id = DSL.field(name("line", "id"), UUID.class);
        var parent = DSL.field(name("line", "parent_asset_id"), UUID.class);
        var depth = DSL.field(name("line", "depth"), Integer.class);
        return database.withRecursive("line", "id", "parent_asset_id", "depth")
                .as(select(ASSET_.ID, ASSET_.PARENT_ASSET_ID, DSL.inline(0)).from(ASSET_).where(ASSET_.ID.eq(asset.value()))
                        .unionAll(select(ASSET_.ID, ASSET_.PARENT_ASSET_ID, depth.plus(1)).from(ASSET_)
                                .join(line).on(ASSET_.ID.eq(parent)).where(depth.lt(DEEPEST_TREE))))
                .select(id).from(line).orderBy(depth).fetch(row -> new AssetId(row.value1()));
    }

    @Override
    public List<AssetId> partsOf(AssetId asset) {
        Table<?> tree = DSL.table(name("tree"));
        var id = DSL.field(name("tree", "id"), UUID.class);
        var depth = DSL.field(name("tree", "depth"), Integer.class);
        return database.withRecursive("tree", "id", "depth")
                .as(select(ASSET_.ID, DSL.inline(0)).from(ASSET_).where(ASSET_.PARENT_ASSET_ID.eq(asset.value()))
                        .unionAll(select(ASSET_.ID, depth.plus(1)).from(ASSET_)
                                .join(tree).on(ASSET_.PARENT_ASSET_ID.eq(id)).where(depth.lt(DEEPEST_TREE))))
                .select(id).from(tree).orderBy(depth, id).fetch(row -> new AssetId(row.value1()));
    }

    @Override
    public boolean serialTaken(String serial) {
        return database.fetchExists(ASSET_, ASSET_.SERIAL.eq(serial));
    }

    @Override
    public List<Asset> replace(SiteId site, OrgPath orgPath) {
        database.update(ASSET_).set(ASSET_.ORG_PATH, orgPath.value())
                .where(ASSET_.SITE_ID.eq(site.value()), ASSET_.ORG_PATH.ne(orgPath.value())).execute();
        return readAll(database.selectFrom(ASSET_).where(ASSET_.SITE_ID.eq(site.value())).orderBy(ASSET_.NUMBER).fetch());
    }

    @Override
    public List<Asset> of(AccountId account) {
        return readAll(database.selectFrom(ASSET_).where(ASSET_.ACCOUNT_ID.eq(account.value())).orderBy(ASSET_.NUMBER).fetch());
    }

    @Override
    public void lockTrees() {
        database.selectOne().from("pg_advisory_xact_lock({0})", DSL.val(TREES)).execute();
    }

    private void writeSoftware(UUID asset, List<RelatedSoftware> software) {
        software.forEach(one -> database.insertInto(RELATED_SOFTWARE)
                .set(RELATED_SOFTWARE.ASSET_ID, asset)
                .set(RELATED_SOFTWARE.KIND, one.kind().name())
                .set(RELATED_SOFTWARE.NAME, one.name())
                .set(RELATED_SOFTWARE.RELEASE, one.release())
                .set(RELATED_SOFTWARE.PATCH_LEVEL, one.patchLevel()).execute());
    }

    private static void write(Asset.Facts facts, AssetRecord row) {
        row.setSerial(facts.serial());
        row.setModelCode(facts.modelCode());
        row.setUserContactId(facts.userContact().map(ContactId::value).orElse(null));
        row.setParentAssetId(facts.parent().map(AssetId::value).orElse(null));
        row.setImportance(facts.importance().name());
        row.setUsedFor(facts.usedFor());
        row.setCriticalHours(facts.criticalHours());
        row.setLocation(facts.location());
        row.setFirmware(facts.firmware());
        row.setOperatingSystem(facts.operatingSystem());
        row.setPatchLevel(facts.patchLevel());
        row.setInstalledOn(facts.installedOn().orElse(null));
        row.setWarrantyStart(facts.warranty().start().orElse(null));
        row.setWarrantyEnd(facts.warranty().end().orElse(null));
    }

    private static void write(Asset.Place place, AssetRecord row) {
        row.setAccountId(place.accountId().value());
        row.setSiteId(place.siteId().value());
        row.setOrgPath(place.orgPath().value());
    }

    private Asset readOne(AssetRecord row) {
        return readAll(List.of(row)).getFirst();
    }

    private List<Asset> readAll(Collection<AssetRecord> rows) {
        Map<UUID, List<RelatedSoftware>> software = database.selectFrom(RELATED_SOFTWARE)
                .where(RELATED_SOFTWARE.ASSET_ID.in(rows.stream().map(AssetRecord::getId).toList()))
                .orderBy(RELATED_SOFTWARE.NAME).fetch().stream()
                .collect(Collectors.groupingBy(one -> one.getAssetId(), Collectors.mapping(one -> new RelatedSoftware(
                        SoftwareKind.valueOf(one.getKind()), one.getName(), one.getRelease(), one.getPatchLevel()), Collectors.toList())));
        return rows.stream().map(row -> read(row, software.getOrDefault(row.getId(), List.of()))).toList();
    }

    private static Asset read(AssetRecord row, List<RelatedSoftware> software) {
        return new Asset(new AssetId(row.getId()), row.getNumber(),
                new Asset.Facts(row.getSerial(), row.getModelCode(),
                        Optional.ofNullable(row.getUserContactId()).map(ContactId::new),
                        Optional.ofNullable(row.getParentAssetId()).map(AssetId::new),
                        Importance.valueOf(row.getImportance()), row.getUsedFor(), row.getCriticalHours(), row.getLocation(),
                        row.getFirmware(), row.getOperatingSystem(), row.getPatchLevel(), Optional.ofNullable(row.getInstalledOn()),
                        new Warranty(Optional.ofNullable(row.getWarrantyStart()), Optional.ofNullable(row.getWarrantyEnd())), software),
                new Asset.Place(new AccountId(row.getAccountId()), new SiteId(row.getSiteId()), new OrgPath(row.getOrgPath())),
                LifeCycleStage.valueOf(row.getLifeCycleStage()), row.getVersion());
    }
}
