package org.firstfix.cases.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.firstfix.cases.CallAnswered;
import org.firstfix.cases.domain.PhoneCall;
import org.firstfix.cases.domain.PhoneCall.Answer;
import org.firstfix.cases.domain.PhoneCalls;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Takes a call: from now on everybody sees whose it is. */
@Component
@Permission("call.answer")
public final class AnswerCall {
    private final Work work;
    private final PhoneCalls calls;
    private final Announcements announcements;
    private final Clock clock;

    AnswerCall(Work work, PhoneCalls calls, Announcements announcements, Clock clock) {
        this.work = work;
        this.calls = calls;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(UUID callId) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            PhoneCall call = calls.findForChange(command.callId()).orElseThrow(() -> Problem.notFound("call", command.callId()));
            Actor me = Actors.current();
            Instant now = clock.instant();
            var before = call.answer();
            call.answerBy(new Answer(me.userId(), me.name(), now));
            if (!before.equals(call.answer())) {
                calls.save(call);
                announcements.announce(new CallAnswered(call.ring().id(), call.ring().shownNumber(), call.ring().orgPath(), now));
            }
        });
    }
}
