package org.firstfix.cases.usecase;

import java.time.Instant;
import org.firstfix.cases.CaseNoteAdded;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.CasePapers;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Writes something down about a case. */
@Component
@Permission("case.work")
public final class AddNote {
    private final Work work;
    private final Desk desk;
    private final CasePapers notes;

    AddNote(Work work, Desk desk, CasePapers notes) {
        this.work = work;
        this.desk = desk;
        this.notes = notes;
    }

    /** Who may read it. */
    public enum Audience {
        INTERNAL,
        CUSTOMER
    }

    public record Command(String number, String text, Audience audience) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            Instant now = desk.now();
            notes.addNote(it, now, Actors.current().name(), command.text().strip(), command.audience().name());
            desk.announcements().announce(new CaseNoteAdded(it.id(), it.number(), command.audience().name(), it.orgPath(), now));
        });
    }
}
