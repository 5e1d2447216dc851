package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.RepeatFaultFound;
import org.firstfix.diagnosis.domain.CarryingPolicies;
import org.firstfix.diagnosis.domain.RepeatFault;
import org.firstfix.diagnosis.domain.RepeatFault.Earlier;
import org.firstfix.diagnosis.domain.RepeatFault.Kind;
import org.firstfix.diagnosis.domain.RepeatFaults;
import org.firstfix.platform.journal.Announcements;
import org.springframework.stereotype.Component;

/** Notices faults that come back: the same machine soon after its repair, or the same cause at the same site. */
@Component
class RepeatFaultWatch {
    private final RepeatFaults repeats;
    private final CarryingPolicies policies;
    private final Announcements announcements;
    private final Clock clock;

    RepeatFaultWatch(RepeatFaults repeats, CarryingPolicies policies, Announcements announcements, Clock clock) {
        this.repeats = repeats;
        this.policies = policies;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Looked at when a case is opened and when its machine becomes known. */
    void reported(CaseSummary it) {
        it.assetId().flatMap(machine -> repeats.lastAt(machine, it.id(), it.reportedAt())).ifPresent(earlier -> found(it, earlier, Kind.SAME_MACHINE));
    }

    void causesFound(CaseSummary it, List<String> causes) {
        Optional<RepeatFault> known = repeats.findForChange(it.id());
        if (known.isPresent()) {
            repeats.compared(it.id(), repeats.hadCause(known.get().earlierCaseId(), causes));
            return;
        }
        repeats.lastAt(it.siteId(), causes, it.id(), it.reportedAt()).ifPresent(earlier -> {
            if (found(it, earlier, Kind.SAME_CAUSE_AT_SITE)) {
                repeats.compared(it.id(), true);
            }
        });
    }

    private boolean found(CaseSummary again, Earlier earlier, Kind kind) {
        if (repeats.findForChange(again.id()).isPresent()
                || !RepeatFault.isSoonAfter(earlier.foundAt(), again.reportedAt(), policies.current().repeatDays())) {
            return false;
        }
        RepeatFault found = RepeatFault.of(again, earlier, kind, clock.instant());
        repeats.add(found);
        announcements.announce(new RepeatFaultFound(again.id(), again.number(), earlier.caseNumber(), kind.name(), found.days(), again.orgPath(),
                clock.instant()));
        return true;
    }
}
