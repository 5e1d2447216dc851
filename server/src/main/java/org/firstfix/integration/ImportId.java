package org.firstfix.integration;

import java.util.UUID;
import org.firstfix.platform.id.Id;

/** One file and what became of it. */
public record ImportId(UUID value) implements Id {}
