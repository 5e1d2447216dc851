package org.firstfix.platform.files;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record FileId(UUID value) implements Id {}
