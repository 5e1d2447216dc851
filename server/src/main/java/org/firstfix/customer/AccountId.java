package org.firstfix.customer;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record AccountId(UUID value) implements Id {}
