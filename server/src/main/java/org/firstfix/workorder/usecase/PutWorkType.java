package org.firstfix.workorder.usecase;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkTypeChanged;
import org.firstfix.workorder.domain.WorkType;
import org.firstfix.workorder.domain.WorkTypes;
import org.springframework.stereotype.Component;

/** Adds, changes or retires a type of work. What is ordered from then on follows it; visits that are ordered already keep what they began with. */
@Component
@Permission("catalogue.maintain")
public final class PutWorkType {
    private final Work work;
    private final WorkTypes workTypes;
    private final Announcements announcements;
    private final Clock clock;

    PutWorkType(Work work, WorkTypes workTypes, Announcements announcements, Clock clock) {
        this.work = work;
        this.workTypes = workTypes;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param type as it shall be; its version does not matter
     * @param basedOn the version that was seen; nothing to add a type
     */
    public record Command(WorkType type, Optional<Integer> basedOn, String reason) {}

    /** @return the type as it is now; unchanged if it was so already */
    public WorkType handle(Command command) {
        return work.perform(this, () -> {
            WorkType wanted = command.type();
            Optional<WorkType> before = command.basedOn().map(version -> seen(wanted.code(), version));
            List<FieldChange> changes = FieldChange.between(before.map(WorkType::facts).orElse(Map.of()), wanted.facts());
            if (before.isPresent() && changes.isEmpty()) {
                return before.get();
            }
            if (command.reason().isBlank()) {
                throw Problem.invalidField("reason", "platform.entry-reason-missing", Map.of());
            }
            wanted.check();
            WorkType now = wanted.withVersion(before.map(type -> type.version() + 1).orElse(0));
            if (before.isPresent()) {
                workTypes.change(now);
            } else if (!workTypes.add(now)) {
                throw Problem.conflict("platform.entry-code-taken", Map.of("code", now.code()));
            }
            announcements.announce(new WorkTypeChanged(now.code(), now.version(), now.active(), changes, command.reason().strip(),
                    Actors.current().homeOrHouse(), clock.instant()));
            return now;
        });
    }

    private WorkType seen(String code, int version) {
        WorkType current = workTypes.lock(code).orElseThrow(() -> Problem.notFound("work-type", code));
        if (current.version() != version) {
            throw Problem.stale(version, current.version(), current.facts());
        }
        return current;
    }
}
