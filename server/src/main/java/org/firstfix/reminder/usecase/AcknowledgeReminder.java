package org.firstfix.reminder.usecase;

import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.reminder.DutyAcknowledged;
import org.firstfix.reminder.DutyId;
import org.firstfix.reminder.domain.Duty;
import org.firstfix.reminder.storage.JooqDuties;
import org.springframework.stereotype.Component;

/** Says "I know": it climbs no further. A second time changes nothing. */
@Component
@Permission("reminder.use")
public final class AcknowledgeReminder {
    private final Work work;
    private final Inputs inputs;
    private final MyDuties mine;
    private final JooqDuties duties;
    private final Plans plans;
    private final Announcements announcements;
    private final Clock clock;

    AcknowledgeReminder(Work work, Inputs inputs, MyDuties mine, JooqDuties duties, Plans plans, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.mine = mine;
        this.duties = duties;
        this.plans = plans;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(DutyId id, @Size(max = 500) String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            inputs.checked(command);
            work.asTheHouse("reminder", () -> {
                Duty duty = mine.lockConcerning(command.id());
                Instant now = clock.instant();
                if (duty.acknowledge(Actors.current().name(), command.reason().strip(), plans.of(duty.facts()), now)) {
                    duties.save(duty);
                    announcements.announce(new DutyAcknowledged(duty.id(), duty.orgPath(), now, command.reason().strip()));
                }
            });
        });
    }
}
