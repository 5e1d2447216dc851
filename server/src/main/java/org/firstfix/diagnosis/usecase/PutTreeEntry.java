package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.diagnosis.TreeEntry;
import org.firstfix.diagnosis.TreeEntryChanged;
import org.firstfix.diagnosis.domain.Trees;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Adds, changes or retires a cause, a remedy, a line of the maker's table or a guided check. Every earlier state stays. */
@Component
@Permission("catalogue.maintain")
public final class PutTreeEntry {
    private final Work work;
    private final Trees trees;
    private final TreeRules rules;
    private final Announcements announcements;
    private final Clock clock;

    PutTreeEntry(Work work, Trees trees, TreeRules rules, Announcements announcements, Clock clock) {
        this.work = work;
        this.trees = trees;
        this.rules = rules;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param entry as it shall be; its version does not matter
     * @param basedOn the version that was seen; nothing to add an entry
     */
    public record Command(TreeEntry entry, Optional<Integer> basedOn, String reason) {}

    /** @return the entry as it is now; unchanged if it was so already */
    public TreeEntry handle(Command command) {
        return work.perform(this, () -> {
            TreeEntry wanted = command.entry();
            trees.open(wanted.kind());
            Optional<TreeEntry> before = trees.find(wanted.kind(), wanted.code());
            rightVersion(command, before);
            List<FieldChange> changes = FieldChange.between(before.map(TreeEntry::facts).orElse(Map.of()), wanted.facts());
            if (before.isPresent() && changes.isEmpty()) {
                return before.get();
            }
            if (command.reason().isBlank()) {
                throw Problem.invalidField("reason", "platform.entry-reason-missing", Map.of());
            }
            rules.check(wanted);
            TreeEntry now = wanted.withVersion(before.map(entry -> entry.version() + 1).orElse(0));
            Actor actor = Actors.current();
            trees.put(now, command.reason().strip(), actor, clock.instant());
            announcements.announce(new TreeEntryChanged(now.kind(), now.code(), now.version(), now.active(), changes, command.reason().strip(),
                    actor.homeOrHouse(), clock.instant()));
            return now;
        });
    }

    private static void rightVersion(Command command, Optional<TreeEntry> before) {
        TreeEntry wanted = command.entry();
        if (command.basedOn().isEmpty()) {
            before.ifPresent(taken -> {
                throw Problem.conflict("platform.entry-code-taken", Map.of("code", wanted.code()));
            });
            return;
        }
        TreeEntry current = before.orElseThrow(() -> Problem.notFound(wanted.kind().word(), wanted.code()));
        if (current.version() != command.basedOn().get()) {
            throw Problem.stale(command.basedOn().get(), current.version(), current);
        }
    }
}
