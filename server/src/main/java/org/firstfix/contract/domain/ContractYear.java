package org.firstfix.contract.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Twelve months from the first day of a contract, or from one of its anniversaries. */
public record ContractYear(LocalDate firstDay, LocalDate lastDay) {
    /** The one a day lies in. A contract that began on 29 February has its anniversary on the 28th of other years. */
    public static ContractYear of(LocalDate contractStart, LocalDate day) {
        long whole = Math.max(0, ChronoUnit.YEARS.between(contractStart, day));
        // Between counts a leap day's anniversary only on 1 March.
        if (!contractStart.plusYears(whole + 1).isAfter(day)) {
            whole++;
        }
        return new ContractYear(contractStart.plusYears(whole), contractStart.plusYears(whole + 1).minusDays(1));
    }
}
