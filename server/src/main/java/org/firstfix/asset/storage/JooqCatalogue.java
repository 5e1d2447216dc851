package org.firstfix.asset.storage;

import static org.firstfix.schema.asset.Tables.PART;
import static org.firstfix.schema.asset.Tables.PRODUCT_MODEL;

import java.util.List;
import java.util.Optional;
import org.firstfix.asset.domain.Catalogue;
import org.firstfix.schema.asset.tables.records.PartRecord;
import org.firstfix.schema.asset.tables.records.ProductModelRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqCatalogue implements Catalogue {
    private final DSLContext database;

    JooqCatalogue(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<ProductModel> findModel(String code) {
        return database.selectFrom(PRODUCT_MODEL).where(PRODUCT_MODEL.CODE.eq(code)).fetchOptional(JooqCatalogue::read);
    }

    @Override
    public Optional<ProductModel> findModelForChange(String code) {
        return database.selectFrom(PRODUCT_MODEL).where(PRODUCT_MODEL.CODE.eq(code)).forNoKeyUpdate()
                .fetchOptional(JooqCatalogue::read);
    }

    @Override
    public void put(ProductModel model) {
        ProductModelRecord row = database.newRecord(PRODUCT_MODEL);
        row.setCode(model.code());
        row.setFamily(model.family());
        row.setNameZh(model.nameZh());
        row.setNameEn(model.nameEn());
        row.setMaker(model.maker());
        row.setCategory(model.category());
        row.setEndOfService(model.endOfService().orElse(null));
        row.setVersion(model.version());
        database.insertInto(PRODUCT_MODEL).set(row).onConflict(PRODUCT_MODEL.CODE).doUpdate().set(row).execute();
    }

    @Override
    public Optional<Part> findPart(String number) {
        return database.selectFrom(PART).where(PART.NUMBER.eq(number)).fetchOptional(JooqCatalogue::read);
    }

    @Override
    public Optional<Part> findPartForChange(String number) {
        return database.selectFrom(PART).where(PART.NUMBER.eq(number)).forNoKeyUpdate().fetchOptional(JooqCatalogue::read);
    }

    @Override
    public void put(Part part) {
        PartRecord row = database.newRecord(PART);
        row.setNumber(part.number());
        row.setNameZh(part.nameZh());
        row.setNameEn(part.nameEn());
        row.setKind(part.kind());
        row.setFamilies(part.families().toArray(String[]::new));
        row.setVersion(part.version());
        database.insertInto(PART).set(row).onConflict(PART.NUMBER).doUpdate().set(row).execute();
    }

    private static ProductModel read(ProductModelRecord row) {
        return new ProductModel(row.getCode(), row.getFamily(), row.getNameZh(), row.getNameEn(), row.getMaker(), row.getCategory(),
                Optional.ofNullable(row.getEndOfService()), row.getVersion());
    }

    private static Part read(PartRecord row) {
        return new Part(row.getNumber(), row.getNameZh(), row.getNameEn(), row.getKind(), List.of(row.getFamilies()), row.getVersion());
    }
}
