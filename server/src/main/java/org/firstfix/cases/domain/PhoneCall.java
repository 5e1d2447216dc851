package org.firstfix.cases.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.jspecify.annotations.Nullable;

/** A telephone call as the telephone system tells it. Its messages may come twice or in the wrong order. */
public final class PhoneCall {
    public enum Status {
        RINGING,
        ANSWERED,
        ENDED,
        MISSED
    }

    /** What is known of a call from its first message on. */
    public record Ring(UUID id, String externalId, String digits, String shownNumber, String line, Instant rangAt, OrgPath orgPath) {}

    public record Answer(Optional<UserId> agent, String agentName, Instant at) {}

    private final Ring ring;
    private final int version;
    private Status status;
    private @Nullable Answer answer;
    private @Nullable Instant endedAt;
    private @Nullable CaseId caseId;

    private PhoneCall(Ring ring, Status status, @Nullable Answer answer, @Nullable Instant endedAt, @Nullable CaseId caseId,
            int version) {
        this.ring = ring;
        this.status = status;
        this.answer = answer;
        this.endedAt = endedAt;
        this.caseId = caseId;
        this.version = version;
    }

    public static PhoneCall ringing(Ring ring) {
        return new PhoneCall(ring, Status.RINGING, null, null, null, 0);
    }

    public static PhoneCall restored(Ring ring, Status status, Optional<Answer> answer, Optional<Instant> endedAt,
            Optional<CaseId> caseId, int version) {
        return new PhoneCall(ring, status, answer.orElse(null), endedAt.orElse(null), caseId.orElse(null), version);
    }

    public Ring ring() {
        return ring;
    }

    public Status status() {
        return status;
    }

    public Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<CaseId> caseId() {
        return Optional.ofNullable(caseId);
    }

    public int version() {
        return version;
    }

    /** The telephone system says that it was taken. Says so again: changes nothing. @return whether it is news */
    public boolean wasAnswered(Answer taken) {
        if (status != Status.RINGING) {
            return false;
        }
        status = Status.ANSWERED;
        answer = taken;
        return true;
    }

    /** Somebody takes it here. The telephone system may have said so before, without a name. */
    public void answerBy(Answer taken) {
        boolean mine = answer != null && answer.agent().equals(taken.agent());
        boolean nameless = answer != null && answer.agent().isEmpty();
        if (status == Status.RINGING || status == Status.MISSED || nameless) {
            status = status == Status.ENDED ? Status.ENDED : Status.ANSWERED;
            answer = taken;
        } else if (!mine) {
            throw Problem.conflict("cases.call-answered-by-somebody", Map.of("name", answer == null ? "" : answer.agentName()));
        }
    }

    /** @return whether it is news */
    public boolean ended(Instant at) {
        if (endedAt != null) {
            return false;
        }
        status = status == Status.RINGING ? Status.MISSED : Status.ENDED;
        endedAt = at;
        return true;
    }

    public void ledTo(CaseId opened) {
        caseId = opened;
    }
}
