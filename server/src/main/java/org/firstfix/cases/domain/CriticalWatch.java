package org.firstfix.cases.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.scope.OrgPath;
import org.jspecify.annotations.Nullable;

/** An upset customer or a long wait: the customer hears from us at a fixed interval until it is over. */
public final class CriticalWatch {
    public record Start(UUID id, CaseId caseId, String reason, Duration interval, Instant startedAt, String startedBy, OrgPath orgPath) {}

    /** How a watch ended. */
    public record End(Instant at, String by, String incidentReport) {}

    private final Start start;
    private @Nullable Instant nextMessageAt;
    private @Nullable Instant nextAlarmAt;
    private @Nullable End end;

    private CriticalWatch(Start start, @Nullable Instant nextMessageAt, @Nullable Instant nextAlarmAt, @Nullable End end) {
        this.start = start;
        this.nextMessageAt = nextMessageAt;
        this.nextAlarmAt = nextAlarmAt;
        this.end = end;
    }

    public static CriticalWatch started(Start start) {
        Instant first = start.startedAt().plus(start.interval());
        return new CriticalWatch(start, first, first, null);
    }

    public static CriticalWatch restored(Start start, Optional<Instant> nextMessageAt, Optional<Instant> nextAlarmAt, Optional<End> end) {
        return new CriticalWatch(start, nextMessageAt.orElse(null), nextAlarmAt.orElse(null), end.orElse(null));
    }

    public Start start() {
        return start;
    }

    public Optional<Instant> nextMessageAt() {
        return Optional.ofNullable(nextMessageAt);
    }

    public Optional<Instant> nextAlarmAt() {
        return Optional.ofNullable(nextAlarmAt);
    }

    public Optional<End> end() {
        return Optional.ofNullable(end);
    }

    /** A message goes out; the next interval begins with it. @return whether it came late */
    public boolean messageSent(Instant at) {
        boolean late = nextMessageAt != null && at.isAfter(nextMessageAt);
        nextMessageAt = at.plus(start.interval());
        nextAlarmAt = nextMessageAt;
        return late;
    }

    /** Whether an interval has passed without a message; says so once for each interval. */
    public boolean alarm(Instant now) {
        if (end != null || nextAlarmAt == null || now.isBefore(nextAlarmAt)) {
            return false;
        }
        long passed = Duration.between(nextAlarmAt, now).dividedBy(start.interval());
        nextAlarmAt = nextAlarmAt.plus(start.interval().multipliedBy(passed + 1));
        return true;
    }

    public void finish(End how) {
        end = how;
        nextMessageAt = null;
        nextAlarmAt = null;
    }
}
