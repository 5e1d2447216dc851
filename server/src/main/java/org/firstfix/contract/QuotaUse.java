package org.firstfix.contract;

import java.time.LocalDate;

/**
 * How much of a quota is used in a contract year.
 *
 * @param minutes on site
 * @param until the last day of the contract year
 */
public record QuotaUse(Quota quota, int visits, int minutes, LocalDate until) {
    public boolean isUsedUp() {
        return quota.visits().filter(included -> visits >= included).isPresent()
                || quota.hours().filter(included -> minutes >= included * 60).isPresent();
    }
}
