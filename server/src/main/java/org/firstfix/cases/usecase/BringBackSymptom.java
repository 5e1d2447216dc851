package org.firstfix.cases.usecase;

import java.util.Optional;
import org.firstfix.cases.SymptomNode;
import org.firstfix.cases.domain.SymptomTree;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Makes a symptom what it was in an earlier version, if that still obeys the rules. It becomes a new version. */
@Component
@Permission("catalogue.maintain")
public final class BringBackSymptom {
    private final Work work;
    private final SymptomTree tree;
    private final PutSymptom putSymptom;

    BringBackSymptom(Work work, SymptomTree tree, PutSymptom putSymptom) {
        this.work = work;
        this.tree = tree;
        this.putSymptom = putSymptom;
    }

    /** @param basedOn the version that was seen */
    public record Command(String code, int version, int basedOn, String reason) {}

    public SymptomNode handle(Command command) {
        return work.perform(this, () -> {
            SymptomNode earlier = tree.find(command.code(), command.version())
                    .orElseThrow(() -> Problem.notFound("version", command.code() + " " + command.version()));
            return putSymptom.handle(new PutSymptom.Command(earlier, Optional.of(command.basedOn()), command.reason()));
        });
    }
}
