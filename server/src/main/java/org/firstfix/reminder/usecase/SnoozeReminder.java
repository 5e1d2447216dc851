package org.firstfix.reminder.usecase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.reminder.DutyId;
import org.firstfix.reminder.DutySnoozed;
import org.firstfix.reminder.domain.Duty;
import org.firstfix.reminder.storage.JooqDuties;
import org.springframework.stereotype.Component;

/** Wants to be reminded later, but not after it is due, and says why. */
@Component
@Permission("reminder.use")
public final class SnoozeReminder {
    private final Work work;
    private final Inputs inputs;
    private final MyDuties mine;
    private final JooqDuties duties;
    private final Announcements announcements;
    private final Clock clock;

    SnoozeReminder(Work work, Inputs inputs, MyDuties mine, JooqDuties duties, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.mine = mine;
        this.duties = duties;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(DutyId id, @NotNull Instant until, @NotBlank @Size(max = 500) String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            inputs.checked(command);
            work.asTheHouse("reminder", () -> {
                Duty duty = mine.lockOwn(command.id());
                Instant now = clock.instant();
                duty.snooze(command.until(), command.reason().strip(), now);
                duties.save(duty);
                announcements.announce(new DutySnoozed(duty.id(), command.until(), duty.orgPath(), now, command.reason().strip()));
            });
        });
    }
}
