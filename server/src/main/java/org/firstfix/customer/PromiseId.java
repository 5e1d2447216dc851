package org.firstfix.customer;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record PromiseId(UUID value) implements Id {}
