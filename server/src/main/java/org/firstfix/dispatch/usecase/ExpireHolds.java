package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import org.firstfix.dispatch.SlotReleased;
import org.firstfix.dispatch.domain.SlotHolds;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Tells that times are free again that nobody booked; they have been since they expired. */
@Component
class ExpireHolds {
    private static final int AT_ONCE = 200;

    private final Work work;
    private final SlotHolds holds;
    private final Announcements announcements;
    private final Clock clock;

    ExpireHolds(Work work, SlotHolds holds, Announcements announcements, Clock clock) {
        this.work = work;
        this.holds = holds;
        this.announcements = announcements;
        this.clock = clock;
    }

    void run() {
        work.asTheHouse("give times back", () -> {
            Instant now = clock.instant();
            holds.expire(now, AT_ONCE).forEach(hold ->
                    announcements.announce(new SlotReleased(hold.id(), hold.workOrder(), true, hold.orgPath(), now, "")));
        });
    }
}
