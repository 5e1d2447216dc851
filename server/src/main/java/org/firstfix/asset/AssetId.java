package org.firstfix.asset;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record AssetId(UUID value) implements Id {}
