package org.firstfix.cases.usecase;

import java.time.Instant;
import org.firstfix.cases.CaseFileAttached;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.CasePapers;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.files.FileStore;
import org.firstfix.platform.files.StoredFile;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Makes a stored photo or document part of a case. */
@Component
@Permission("case.work")
public final class AttachFile {
    private final Work work;
    private final Desk desk;
    private final CasePapers papers;
    private final FileStore files;

    AttachFile(Work work, Desk desk, CasePapers papers, FileStore files) {
        this.work = work;
        this.desk = desk;
        this.papers = papers;
        this.files = files;
    }

    public record Command(String number, FileId fileId) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            StoredFile file = files.find(command.fileId());
            Instant now = desk.now();
            if (papers.attach(it, file.id(), now, Actors.current().name())) {
                desk.announcements().announce(new CaseFileAttached(it.id(), it.number(), file.fileName(), it.orgPath(), now));
            }
        });
    }
}
