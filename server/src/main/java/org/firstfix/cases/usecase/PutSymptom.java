package org.firstfix.cases.usecase;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.SymptomChanged;
import org.firstfix.cases.SymptomNode;
import org.firstfix.cases.domain.SymptomTree;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Adds, changes or retires a symptom of the catalogue. Every earlier state stays. */
@Component
@Permission("catalogue.maintain")
public final class PutSymptom {
    private final Work work;
    private final SymptomTree tree;
    private final SymptomRules rules;
    private final Announcements announcements;
    private final Clock clock;

    PutSymptom(Work work, SymptomTree tree, SymptomRules rules, Announcements announcements, Clock clock) {
        this.work = work;
        this.tree = tree;
        this.rules = rules;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param symptom as it shall be; its version does not matter
     * @param basedOn the version that was seen; nothing to add a symptom
     */
    public record Command(SymptomNode symptom, Optional<Integer> basedOn, String reason) {}

    /** @return the symptom as it is now; unchanged if it was so already */
    public SymptomNode handle(Command command) {
        return work.perform(this, () -> {
            SymptomNode wanted = command.symptom();
            tree.open();
            Optional<SymptomNode> before = tree.find(wanted.code());
            rightVersion(command, before);
            List<FieldChange> changes = FieldChange.between(before.map(SymptomNode::facts).orElse(Map.of()), wanted.facts());
            if (before.isPresent() && changes.isEmpty()) {
                return before.get();
            }
            if (command.reason().isBlank()) {
                throw Problem.invalidField("reason", "platform.entry-reason-missing", Map.of());
            }
            rules.check(wanted);
            SymptomNode now = wanted.withVersion(before.map(symptom -> symptom.version() + 1).orElse(0));
            Actor actor = Actors.current();
            tree.put(now, command.reason().strip(), actor, clock.instant());
            announcements.announce(new SymptomChanged(now.code(), now.version(), now.active(), changes, command.reason().strip(),
                    actor.homeOrHouse(), clock.instant()));
            return now;
        });
    }

    private static void rightVersion(Command command, Optional<SymptomNode> before) {
        String code = command.symptom().code();
        if (command.basedOn().isEmpty()) {
            before.ifPresent(taken -> {
                throw Problem.conflict("platform.entry-code-taken", Map.of("code", code));
            });
            return;
        }
        SymptomNode current = before.orElseThrow(() -> Problem.notFound("symptom", code));
        if (current.version() != command.basedOn().get()) {
            throw Problem.stale(command.basedOn().get(), current.version(), current);
        }
    }
}
