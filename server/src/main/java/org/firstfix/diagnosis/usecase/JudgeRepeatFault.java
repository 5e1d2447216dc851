package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import java.time.Instant;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.RepeatFaultJudged;
import org.firstfix.diagnosis.domain.RepeatFault;
import org.firstfix.diagnosis.domain.RepeatFault.Verdict;
import org.firstfix.diagnosis.domain.RepeatFaults;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Says why a fault came back, so that the first-time-fix rate counts it rightly. */
@Component
@Permission("diagnosis.review")
public final class JudgeRepeatFault {
    private final Work work;
    private final RepeatFaults repeats;
    private final CaseApi cases;
    private final Announcements announcements;
    private final Clock clock;

    JudgeRepeatFault(Work work, RepeatFaults repeats, CaseApi cases, Announcements announcements, Clock clock) {
        this.work = work;
        this.repeats = repeats;
        this.cases = cases;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param expectedVersion as the list showed it; somebody else may have judged meanwhile */
    public record Command(String caseNumber, Verdict verdict, String note, int expectedVersion) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            CaseId id = cases.findByNumber(command.caseNumber()).map(CaseSummary::id)
                    .orElseThrow(() -> Problem.notFound("case", command.caseNumber()));
            RepeatFault it = repeats.findForChange(id).orElseThrow(() -> Problem.notFound("repeat-fault", command.caseNumber()));
            if (it.version() != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), it.version(), it);
            }
            Instant now = clock.instant();
            repeats.judge(it, command.verdict(), command.note(), Actors.current().name(), now);
            announcements.announce(new RepeatFaultJudged(id, it.caseNumber(), command.verdict().name(), it.orgPath(), now, command.note()));
        });
    }
}
