package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.firstfix.dispatch.SlotReleased;
import org.firstfix.dispatch.domain.SlotHold;
import org.firstfix.dispatch.domain.SlotHolds;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The customer wants another time, or none: what was kept for him is free again at once. */
@Component
@Permission("appointment.agree")
public final class ReleaseSlot {
    private final Work work;
    private final SlotHolds holds;
    private final Announcements announcements;
    private final Clock clock;

    ReleaseSlot(Work work, SlotHolds holds, Announcements announcements, Clock clock) {
        this.work = work;
        this.holds = holds;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(UUID hold) {}

    /** A hold that has ended already stays as it is. */
    public void handle(Command command) {
        work.perform(this, () -> {
            Instant now = clock.instant();
            SlotHold hold = holds.load(command.hold());
            if (hold.counts(now)) {
                holds.end(hold.workOrder(), SlotHold.State.RELEASED);
                announcements.announce(new SlotReleased(hold.id(), hold.workOrder(), false, hold.orgPath(), now, ""));
            }
        });
    }
}
