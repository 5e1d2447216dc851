package org.firstfix.sla.usecase;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.ServiceMoment;
import org.firstfix.sla.StandardApi;
import org.firstfix.sla.domain.CalendarKey;
import org.firstfix.sla.domain.ServiceStandard;
import org.firstfix.sla.storage.CachedTimes;
import org.firstfix.sla.storage.JooqCalendars;
import org.firstfix.sla.storage.JooqStandards;
import org.firstfix.worktime.Pauses;
import org.springframework.stereotype.Component;

/** What the modules above tell the standards, inside their own use cases. */
@Component
class Standards implements StandardApi {
    private final JooqStandards standards;
    private final JooqCalendars calendars;
    private final CachedTimes times;

    Standards(JooqStandards standards, JooqCalendars calendars, CachedTimes times) {
        this.standards = standards;
        this.calendars = calendars;
        this.times = times;
    }

    @Override
    public void reported(CaseReference subject, String tier, ZoneId zone, OrgPath orgPath, Instant at) {
        JooqStandards.Subject known = new JooqStandards.Subject(subject, tier, zone, orgPath);
        standards.add(known);
        begin(known, standards.thatBeginWith(ServiceMoment.CASE_REPORTED), at);
    }

    @Override
    public void happened(UUID caseId, ServiceMoment moment, Instant at) {
        standards.end(caseId, moment, at);
        List<ServiceStandard> beginning = standards.thatBeginWith(moment);
        if (!beginning.isEmpty()) {
            standards.subject(caseId).ifPresent(subject -> begin(subject, beginning, at));
        }
    }

    @Override
    public void cancelled(UUID caseId) {
        standards.cancel(caseId);
    }

    private void begin(JooqStandards.Subject subject, List<ServiceStandard> beginning, Instant at) {
        for (ServiceStandard standard : beginning) {
            if (standard.holdsFor(subject.tier())) {
                CalendarKey calendar = calendars.newest(standard.calendarCode(), subject.zone());
                Instant due = times.on(calendar).deadline(at, standard.target(), Pauses.none()).instant().orElseThrow();
                standards.begin(subject, standard, calendar, at, due);
            }
        }
    }
}
