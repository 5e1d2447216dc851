package org.firstfix.reminder;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record DutyId(UUID value) implements Id {}
