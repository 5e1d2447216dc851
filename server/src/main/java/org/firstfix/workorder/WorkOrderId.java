package org.firstfix.workorder;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record WorkOrderId(UUID value) implements Id {}
