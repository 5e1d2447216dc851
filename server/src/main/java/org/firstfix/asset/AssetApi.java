package org.firstfix.asset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.problem.Problem;

/** Questions about machines, models and parts, and the life-long service file. Call inside a transaction. */
public interface AssetApi {
    /** @throws Problem 404 */
    AssetSummary asset(AssetId id);

    Map<AssetId, AssetSummary> assets(Collection<AssetId> ids);

    Optional<AssetSummary> findBySerial(String serial);

    List<AssetSummary> assetsOfSite(SiteId site);

    /** How many machines in use (not retired) belong to these accounts, of one family if given. */
    int countAssets(Collection<AccountId> accounts, Optional<String> family);

    Optional<Model> findModel(String code);

    Map<String, Model> models(Collection<String> codes);

    record Model(String code, String family, String nameZh, String nameEn, String category) {}

    /** Adds a model to the catalogue or corrects it. */
    void putModel(Model model);

    Optional<PartSummary> findPart(String number);

    Map<String, PartSummary> parts(Collection<String> numbers);

    /** Parts that fit a family, at most 500. */
    List<PartSummary> partsFor(String family);

    /** What parts are called, in both languages, at most 5,000 of them. */
    Set<String> partNames();

    void putPart(PartSummary part);

    AssetId registerAsset(NewAsset asset);

    /** How far a machine is from what is wanted; nothing changes before the correction is made. */
    Correction correctionOf(AssetId id, AssetWish wanted);

    /** What is not given stays as it is. @param site number of the site where it stands */
    record AssetWish(Optional<String> model, Optional<String> site, Optional<String> importance, Optional<String> usedFor,
            Optional<String> location, Optional<String> firmware, Optional<String> operatingSystem, Optional<String> patchLevel,
            Optional<LocalDate> installedOn, Optional<LocalDate> warrantyStart, Optional<LocalDate> warrantyEnd) {}

    record NewAsset(String serial, String modelCode, AccountId accountId, SiteId siteId, String importance, String usedFor,
            String location, String firmware, String operatingSystem, String patchLevel, Optional<LocalDate> installedOn,
            Optional<LocalDate> warrantyStart, Optional<LocalDate> warrantyEnd) {}

    /** One more line of the machine's service file. {@code kind} and {@code summary} are rendered by the screens. */
    void addToServiceFile(ServiceFileEntry entry);

    /** The newest lines of the service files of these machines, newest first. */
    List<ServiceFileEntry> newestOfServiceFiles(Collection<AssetId> assets, int most);

    /**
     * @param kind what happened: CASE_RECEIVED, VISIT_COMPLETED, CASE_CLOSED, ...
     * @param reference the number of the case or work order
     * @param summary plain values for the text on the screen
     */
    record ServiceFileEntry(AssetId assetId, Instant occurredAt, String kind, String reference, Map<String, Object> summary,
            String personName) {}
}
