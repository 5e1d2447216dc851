package org.firstfix.knowledge.usecase;

import java.time.Instant;
import java.util.List;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.knowledge.domain.CaseEnding;
import org.firstfix.knowledge.domain.CaseEnding.Solved;
import org.firstfix.knowledge.storage.JooqEndings;
import org.firstfix.knowledge.storage.JooqUses;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Keeps how a case went. Only reactions call it: what they hear of was permitted to somebody. */
@Component
@Permission("knowledge.read")
public final class CountEnding {
    private final Work work;
    private final CaseApi cases;
    private final JooqEndings endings;
    private final JooqUses uses;

    CountEnding(Work work, CaseApi cases, JooqEndings endings, JooqUses uses) {
        this.work = work;
        this.cases = cases;
        this.endings = endings;
        this.uses = uses;
    }

    /** What happened. */
    public sealed interface News {
        record VisitEndedOpen(String outcome) implements News {}

        record CausesFound(List<String> causes) implements News {}

        record SolvedBy(Solved how, Instant at) implements News {}

        record Reopened() implements News {}

        record Withdrawn() implements News {}
    }

    public record Command(CaseId caseId, News news) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            if (command.news() instanceof News.Withdrawn) {
                endings.forget(command.caseId());
                return;
            }
            CaseSummary it = cases.get(command.caseId());
            CaseEnding ending = endings.forChange(it);
            endings.save(switch (command.news()) {
                case News.VisitEndedOpen(String outcome) -> ending.visitEndedOpen(outcome);
                case News.CausesFound(List<String> causes) -> ending.causedBy(causes);
                case News.SolvedBy(Solved how, Instant at) -> ending.solvedBy(how, at, uses.anyBy(it.id(), at));
                case News.Reopened() -> ending.reopenedAgain();
                case News.Withdrawn() -> ending;
            });
        });
    }
}
