package org.firstfix.customer;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record InteractionId(UUID value) implements Id {}
