package org.firstfix.customer;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record ContactId(UUID value) implements Id {}
