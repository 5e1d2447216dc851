package org.firstfix.cases.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.Cases;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.problem.Problem;
import org.firstfix.sla.StandardApi;
import org.springframework.stereotype.Component;

/** What every step of a case needs at hand. */
@Component
record Desk(Cases cases, CaseClock clock, StandardApi standards, Quotes quotes, CaseMemory memory, Announcements announcements, Clock time) {
    Instant now() {
        return time.instant();
    }

    /** When it happened: now unless somebody says otherwise, and never later than now or before the report. */
    Instant moment(Case it, Optional<Instant> said) {
        Instant now = now();
        Instant at = said.orElse(now);
        if (at.isAfter(now.plusSeconds(300)) || at.isBefore(it.report().reportedAt())) {
            throw Problem.invalidField("at", "cases.moment-impossible",
                    Map.of("at", at.toString(), "reportedAt", it.report().reportedAt().toString()));
        }
        return at;
    }

    void save(Case it, DomainEvent news) {
        cases.save(it);
        announcements.announce(news);
    }
}
