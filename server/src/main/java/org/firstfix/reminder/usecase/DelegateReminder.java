package org.firstfix.reminder.usecase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.UserDirectory;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.reminder.DutyDelegated;
import org.firstfix.reminder.DutyId;
import org.firstfix.reminder.domain.Duty;
import org.firstfix.reminder.storage.JooqDuties;
import org.springframework.stereotype.Component;

/** Gives a duty to somebody else, who must be able to see what it is about, and says why. */
@Component
@Permission("reminder.use")
public final class DelegateReminder {
    private final Work work;
    private final Inputs inputs;
    private final MyDuties mine;
    private final JooqDuties duties;
    private final Plans plans;
    private final UserDirectory users;
    private final Announcements announcements;
    private final Clock clock;

    DelegateReminder(Work work, Inputs inputs, MyDuties mine, JooqDuties duties, Plans plans, UserDirectory users,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.mine = mine;
        this.duties = duties;
        this.plans = plans;
        this.users = users;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(DutyId id, @NotNull UserId to, @NotBlank @Size(max = 500) String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            inputs.checked(command);
            work.asTheHouse("reminder", () -> {
                Duty duty = mine.lockConcerning(command.id());
                seesTheSubject(command.to(), duty.orgPath());
                UserId from = duty.standing().responsible();
                Instant now = clock.instant();
                duty.delegate(command.to(), command.reason().strip(), plans.of(duty.facts()), now);
                duties.save(duty);
                announcements.announce(new DutyDelegated(duty.id(), duty.key(), from, command.to(), duty.orgPath(), now, command.reason().strip()));
            });
        });
    }

    /** Who may not look at it cannot do it. */
    private void seesTheSubject(UserId to, OrgPath place) {
        Actor other = users.actorOf(to).orElseThrow(() -> Problem.invalidField("to", "reminder.delegate-unknown", Map.of()));
        if (!other.may("reminder.use") || !other.scope().contains(place)) {
            throw Problem.invalidField("to", "reminder.delegate-outside", Map.of("name", other.name()));
        }
    }
}
