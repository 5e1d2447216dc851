package org.firstfix.asset.usecase;

import org.firstfix.asset.AssetApi.ServiceFileEntry;
import org.firstfix.asset.domain.AssetHistory;
import org.firstfix.asset.query.AssetLookup;
import org.springframework.stereotype.Component;

/** One more line of a machine's life; part of whatever use case of a module above made it happen. */
@Component
class AddToServiceFile {
    private final AssetLookup assets;
    private final AssetHistory history;

    AddToServiceFile(AssetLookup assets, AssetHistory history) {
        this.assets = assets;
        this.history = history;
    }

    void add(ServiceFileEntry entry) {
        history.add(entry, assets.asset(entry.assetId()).orgPath());
    }
}
