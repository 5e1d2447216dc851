package org.firstfix.platform.identity;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record UserId(UUID value) implements Id {}
