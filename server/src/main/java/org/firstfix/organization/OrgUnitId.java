package org.firstfix.organization;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record OrgUnitId(UUID value) implements Id {}
