package org.firstfix.cases.storage;

import static org.firstfix.schema.cases.Tables.CASE_ATTACHMENT;
import static org.firstfix.schema.cases.Tables.CASE_NOTE;

import java.time.Instant;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.CasePapers;
import org.firstfix.platform.files.FileId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqCasePapers implements CasePapers {
    private final DSLContext database;

    JooqCasePapers(DSLContext database) {
        this.database = database;
    }

    @Override
    public void addNote(Case it, Instant at, String authorName, String text, String audience) {
        database.insertInto(CASE_NOTE)
                .set(CASE_NOTE.CASE_ID, it.key())
                .set(CASE_NOTE.AT, at)
                .set(CASE_NOTE.AUTHOR_NAME, authorName)
                .set(CASE_NOTE.TEXT, text)
                .set(CASE_NOTE.AUDIENCE, audience)
                .set(CASE_NOTE.ORG_PATH, it.orgPath().value())
                .execute();
    }

    @Override
    public boolean attach(Case it, FileId file, Instant at, String byName) {
        return database.insertInto(CASE_ATTACHMENT)
                .set(CASE_ATTACHMENT.CASE_ID, it.key())
                .set(CASE_ATTACHMENT.FILE_ID, file.value())
                .set(CASE_ATTACHMENT.ATTACHED_AT, at)
                .set(CASE_ATTACHMENT.ATTACHED_BY, byName)
                .set(CASE_ATTACHMENT.ORG_PATH, it.orgPath().value())
                .onDuplicateKeyIgnore().execute() == 1;
    }
}
