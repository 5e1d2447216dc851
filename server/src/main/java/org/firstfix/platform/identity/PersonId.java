package org.firstfix.platform.identity;

import java.util.UUID;
import org.firstfix.platform.id.Id;

/** Somebody of the house, with or without a user account. */
public record PersonId(UUID value) implements Id {}
