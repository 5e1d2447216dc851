package org.firstfix.asset.usecase;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.asset.PartSummary;
import org.firstfix.asset.domain.Catalogue;
import org.firstfix.asset.Importance;
import org.firstfix.asset.query.AssetLookup;
import org.firstfix.asset.query.ServiceFileNews;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Where the modules above ask about machines and write what happened to them. */
@Component
class AssetDesk implements AssetApi {
    private final AssetLookup assets;
    private final Catalogue catalogue;
    private final CustomerApi customers;
    private final RegisterAsset registerAsset;
    private final PutModel putModel;
    private final PutPart putPart;
    private final AddToServiceFile addToServiceFile;
    private final ServiceFileNews serviceFileNews;
    private final AssetCorrections corrections;

    AssetDesk(AssetLookup assets, Catalogue catalogue, CustomerApi customers, RegisterAsset registerAsset, PutModel putModel,
            PutPart putPart, AddToServiceFile addToServiceFile, ServiceFileNews serviceFileNews,
            AssetCorrections corrections) {
        this.corrections = corrections;
        this.serviceFileNews = serviceFileNews;
        this.assets = assets;
        this.catalogue = catalogue;
        this.customers = customers;
        this.registerAsset = registerAsset;
        this.putModel = putModel;
        this.putPart = putPart;
        this.addToServiceFile = addToServiceFile;
    }

    @Override
    public AssetSummary asset(AssetId id) {
        return assets.asset(id);
    }

    @Override
    public Map<AssetId, AssetSummary> assets(Collection<AssetId> ids) {
        return assets.assets(ids);
    }

    @Override
    public Optional<AssetSummary> findBySerial(String serial) {
        return assets.bySerial(AssetInput.normalSerial(serial));
    }

    @Override
    public List<AssetSummary> assetsOfSite(SiteId site) {
        return assets.assetsOfSite(site);
    }

    @Override
    public int countAssets(Collection<AccountId> accounts, Optional<String> family) {
        return assets.countAssets(accounts, family);
    }

    @Override
    public Optional<Model> findModel(String code) {
        return Optional.ofNullable(assets.models(List.of(code)).get(code));
    }

    @Override
    public Map<String, Model> models(Collection<String> codes) {
        return assets.models(codes);
    }

    /** What this call does not know of, the maker and the end of service, stays as it is. */
    @Override
    public void putModel(Model model) {
        Optional<Catalogue.ProductModel> before = catalogue.findModel(model.code());
        putModel.handle(new PutModel.Command(model.code(), new PutModel.ModelInput(model.family(), model.nameZh(), model.nameEn(),
                before.map(Catalogue.ProductModel::maker).orElse(""), model.category(),
                before.flatMap(Catalogue.ProductModel::endOfService).orElse(null)), Optional.empty()));
    }

    @Override
    public Optional<PartSummary> findPart(String number) {
        return Optional.ofNullable(assets.parts(List.of(number)).get(number));
    }

    @Override
    public Map<String, PartSummary> parts(Collection<String> numbers) {
        return assets.parts(numbers);
    }

    @Override
    public List<PartSummary> partsFor(String family) {
        return assets.partsFor(family);
    }

    @Override
    public Set<String> partNames() {
        return assets.partNames();
    }

    @Override
    public void putPart(PartSummary part) {
        putPart.handle(new PutPart.Command(part.number(), new PutPart.PartInput(part.nameZh(), part.nameEn(), part.kind(),
                part.families()), Optional.empty()));
    }

    @Override
    public AssetId registerAsset(NewAsset asset) {
        SiteSummary site = customers.site(asset.siteId());
        if (!site.accountId().equals(asset.accountId())) {
            throw Problem.invalidField("siteId", "asset.site-of-another-account", Map.of("site", site.number()));
        }
        Importance importance = Arrays.stream(Importance.values()).filter(value -> value.name().equals(asset.importance()))
                .findFirst().orElseThrow(() -> Problem.invalidField("importance", "asset.importance-unknown",
                        Map.of("value", asset.importance())));
        return registerAsset.handle(new RegisterAsset.Command(new AssetInput(asset.serial(), asset.modelCode(), site.number(), null,
                null, importance, asset.usedFor(), "", asset.location(), asset.firmware(), asset.operatingSystem(),
                asset.patchLevel(), asset.installedOn().orElse(null), asset.warrantyStart().orElse(null),
                asset.warrantyEnd().orElse(null), null, List.of(), ""))).id();
    }

    @Override
    public Correction correctionOf(AssetId id, AssetWish wanted) {
        return corrections.of(id, wanted, "Import");
    }

    @Override
    public void addToServiceFile(ServiceFileEntry entry) {
        addToServiceFile.add(entry);
    }

    @Override
    public List<ServiceFileEntry> newestOfServiceFiles(Collection<AssetId> assets, int most) {
        return serviceFileNews.newest(assets, most);
    }
}
