package org.firstfix.sla;

import java.util.UUID;

/** The case a clock belongs to, as the clock knows it: it lies below the module that owns cases. */
public record CaseReference(UUID id, String number) {}
