package org.firstfix.diagnosis;

/** What at the site may have brought a fault about, in the engineer's word. */
public enum SiteCondition {
    HOT,
    HUMID,
    UNSTABLE_POWER,
    DUST,
    /** A part in the machine that its maker does not support. */
    UNSUPPORTED_PART
}
