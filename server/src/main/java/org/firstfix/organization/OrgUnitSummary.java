package org.firstfix.organization;

import java.time.ZoneId;
import org.firstfix.platform.scope.OrgPath;

/** A part of the house. {@code kind} is HEADQUARTERS, REGION, BRANCH or STATION. */
public record OrgUnitSummary(OrgUnitId id, String code, String kind, String nameZh, String nameEn, OrgPath path, ZoneId zone) {}
