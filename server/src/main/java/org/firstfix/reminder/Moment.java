package org.firstfix.reminder;

/** Why somebody is told: it has arrived, it will run over, or it ran over and the unit above hears of it. */
public enum Moment {
    ARRIVAL,
    BEFORE_DUE,
    ESCALATION
}
