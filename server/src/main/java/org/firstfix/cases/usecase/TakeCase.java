package org.firstfix.cases.usecase;

import java.util.Optional;
import org.firstfix.cases.CaseChanged;
import org.firstfix.cases.domain.Case;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Makes a case one's own: one owner until it is closed. */
@Component
@Permission("case.work")
public final class TakeCase {
    private final Work work;
    private final Desk desk;
    private final CaseDuties duties;

    TakeCase(Work work, Desk desk, CaseDuties duties) {
        this.work = work;
        this.desk = desk;
        this.duties = duties;
    }

    public record Command(String number) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            UserId me = Actors.current().userId().orElseThrow(() -> Problem.forbidden("case.work"));
            Optional<UserId> before = it.standing().owner();
            if (before.equals(Optional.of(me))) {
                return;
            }
            it.takenBy(me);
            duties.handOver(it, me);
            desk.save(it, new CaseChanged(it.id(), it.number(), "owner", before.map(user -> user.value().toString()).orElse(""),
                    me.value().toString(), it.orgPath(), desk.now(), ""));
        });
    }
}
