package org.firstfix.customer;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record SiteId(UUID value) implements Id {}
