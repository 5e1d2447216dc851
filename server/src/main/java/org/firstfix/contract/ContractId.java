package org.firstfix.contract;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record ContractId(UUID value) implements Id {}
