package org.firstfix.contract;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record ContractLineId(UUID value) implements Id {}
