package org.firstfix.asset.domain;

import java.util.List;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.scope.OrgPath;

/** All machines within the actor's scope. */
public interface Assets {
    Asset add(Asset.Facts facts, Asset.Place place, LifeCycleStage stage);

    Optional<Asset> findBySerial(String serial);

    Optional<Asset> findForChange(String serial);

    /** Reads several for a change, in a fixed order, so that two movers do not wait for each other. */
    List<Asset> findAllForChange(List<AssetId> ids);

    void save(Asset changed);

    /** The machine, what it is part of, and so on upwards. */
    List<AssetId> lineOf(AssetId asset);

    /** Everything that is part of the machine, at any depth, without the machine itself. */
    List<AssetId> partsOf(AssetId asset);

    boolean serialTaken(String serial);

    /** The machines of a site belong to another part of the house from now on. */
    List<Asset> replace(SiteId site, OrgPath orgPath);

    List<Asset> of(AccountId account);

    /** Waits until nobody else rearranges what is part of what. */
    void lockTrees();
}
