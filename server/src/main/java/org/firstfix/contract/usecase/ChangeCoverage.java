package org.firstfix.contract.usecase;

import java.time.Clock;
import org.firstfix.contract.KnownCalendars;
import org.firstfix.contract.domain.CoverageCode;
import org.firstfix.contract.query.CoverageCatalogue;
import org.firstfix.contract.storage.JooqCoverageCodes;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Changes what a coverage code promises from now on. Clocks that run keep what they were started with. */
@Component
@Permission("coverage.maintain")
public final class ChangeCoverage {
    private final Work work;
    private final JooqCoverageCodes coverageCodes;
    private final KnownCalendars calendars;
    private final Announcements announcements;
    private final Clock clock;

    ChangeCoverage(Work work, JooqCoverageCodes coverageCodes, KnownCalendars calendars, Announcements announcements, Clock clock) {
        this.work = work;
        this.coverageCodes = coverageCodes;
        this.calendars = calendars;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param coverage with the version it is based on */
    public record Command(CoverageCode coverage, String reason) {}

    public CoverageCode handle(Command command) {
        return work.perform(this, () -> {
            CoverageCode wanted = command.coverage();
            CoverageCode before = coverageCodes.lock(wanted.code()).orElseThrow(() -> Problem.notFound("coverage", wanted.code()));
            if (before.version() != wanted.version()) {
                throw Problem.stale(wanted.version(), before.version(), CoverageCatalogue.view(before));
            }
            CoverageChange.check(wanted, calendars);
            CoverageCode changed = wanted.withVersion(before.version() + 1);
            coverageCodes.change(changed);
            announcements.announce(CoverageChange.news(changed, command.reason(), clock.instant()));
            return changed;
        });
    }
}
