package org.firstfix.organization.domain;

import org.firstfix.organization.OrgUnitSummary;

/** A role at a place: what somebody may do, and below which part of the house. */
public record RoleGrant(String role, String orgUnitCode) {
    /** The same with the place looked up. */
    public record Resolved(String role, OrgUnitSummary unit) {}
}
