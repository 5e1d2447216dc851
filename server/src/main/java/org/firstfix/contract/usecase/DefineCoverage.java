package org.firstfix.contract.usecase;

import java.time.Clock;
import java.util.Map;
import org.firstfix.contract.KnownCalendars;
import org.firstfix.contract.domain.CoverageCode;
import org.firstfix.contract.storage.JooqCoverageCodes;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Adds a level of service that contracts may promise. */
@Component
@Permission("coverage.maintain")
public final class DefineCoverage {
    private final Work work;
    private final JooqCoverageCodes coverageCodes;
    private final KnownCalendars calendars;
    private final Announcements announcements;
    private final Clock clock;

    DefineCoverage(Work work, JooqCoverageCodes coverageCodes, KnownCalendars calendars, Announcements announcements, Clock clock) {
        this.work = work;
        this.coverageCodes = coverageCodes;
        this.calendars = calendars;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(CoverageCode coverage) {}

    public CoverageCode handle(Command command) {
        return work.perform(this, () -> {
            CoverageCode coverage = command.coverage();
            CoverageChange.check(coverage, calendars);
            if (!coverageCodes.add(coverage)) {
                throw Problem.conflict("contract.coverage-taken", Map.of("coverageCode", coverage.code()));
            }
            announcements.announce(CoverageChange.news(coverage, "", clock.instant()));
            return coverageCodes.find(coverage.code()).orElseThrow();
        });
    }
}
