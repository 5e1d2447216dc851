package org.firstfix.exam;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record AssignmentId(UUID value) implements Id {}
