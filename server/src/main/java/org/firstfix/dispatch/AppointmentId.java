package org.firstfix.dispatch;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record AppointmentId(UUID value) implements Id {}
