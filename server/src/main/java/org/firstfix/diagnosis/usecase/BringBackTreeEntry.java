package org.firstfix.diagnosis.usecase;

import java.util.Optional;
import org.firstfix.diagnosis.TreeEntry;
import org.firstfix.diagnosis.TreeKind;
import org.firstfix.diagnosis.domain.Trees;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Makes an entry what it was in an earlier version, if that still obeys the rules. It becomes a new version. */
@Component
@Permission("catalogue.maintain")
public final class BringBackTreeEntry {
    private final Work work;
    private final Trees trees;
    private final PutTreeEntry putTreeEntry;

    BringBackTreeEntry(Work work, Trees trees, PutTreeEntry putTreeEntry) {
        this.work = work;
        this.trees = trees;
        this.putTreeEntry = putTreeEntry;
    }

    /** @param basedOn the version that was seen */
    public record Command(TreeKind kind, String code, int version, int basedOn, String reason) {}

    public TreeEntry handle(Command command) {
        return work.perform(this, () -> {
            TreeEntry earlier = trees.find(command.kind(), command.code(), command.version())
                    .orElseThrow(() -> Problem.notFound("version", command.code() + " " + command.version()));
            return putTreeEntry.handle(new PutTreeEntry.Command(earlier, Optional.of(command.basedOn()), command.reason()));
        });
    }
}
