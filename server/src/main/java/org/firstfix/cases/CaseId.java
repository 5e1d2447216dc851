package org.firstfix.cases;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record CaseId(UUID value) implements Id {}
