package org.firstfix.cases.storage;

import static org.firstfix.schema.cases.Tables.PHONE_CALL;
import static org.jooq.impl.DSL.val;

import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.domain.PhoneCall;
import org.firstfix.cases.domain.PhoneCall.Answer;
import org.firstfix.cases.domain.PhoneCall.Ring;
import org.firstfix.cases.domain.PhoneCall.Status;
import org.firstfix.cases.domain.PhoneCalls;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.cases.tables.records.PhoneCallRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqPhoneCalls implements PhoneCalls {
    private final DSLContext database;

    JooqPhoneCalls(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<PhoneCall> findForChange(UUID id) {
        return database.selectFrom(PHONE_CALL).where(PHONE_CALL.ID.eq(id)).forUpdate().fetchOptional().map(JooqPhoneCalls::toCall);
    }

    @Override
    public Optional<PhoneCall> findByExternalIdForChange(String externalId) {
        // The row may not exist yet, so that there is nothing to lock but its name.
        database.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val("phone call " + externalId));
        return database.selectFrom(PHONE_CALL).where(PHONE_CALL.EXTERNAL_ID.eq(externalId)).forUpdate().fetchOptional()
                .map(JooqPhoneCalls::toCall);
    }

    @Override
    public void add(PhoneCall call) {
        PhoneCallRecord row = database.newRecord(PHONE_CALL);
        Ring ring = call.ring();
        row.setId(ring.id());
        row.setExternalId(ring.externalId());
        row.setDigits(ring.digits());
        row.setShownNumber(ring.shownNumber());
        row.setLine(ring.line());
        row.setRangAt(ring.rangAt());
        row.setOrgPath(ring.orgPath().value());
        write(call, row);
        row.insert();
    }

    @Override
    public void save(PhoneCall call) {
        PhoneCallRecord row = database.newRecord(PHONE_CALL);
        write(call, row);
        row.setVersion(call.version() + 1);
        database.update(PHONE_CALL).set(row).where(PHONE_CALL.ID.eq(call.ring().id())).execute();
    }

    private static void write(PhoneCall call, PhoneCallRecord row) {
        row.setStatus(call.status().name());
        row.setAnsweredAt(call.answer().map(Answer::at).orElse(null));
        row.setAgentUserId(call.answer().flatMap(Answer::agent).map(Id::value).orElse(null));
        row.setAgentName(call.answer().map(Answer::agentName).orElse(""));
        row.setEndedAt(call.endedAt().orElse(null));
        row.setCaseId(call.caseId().map(Id::value).orElse(null));
    }

    private static PhoneCall toCall(PhoneCallRecord row) {
        Ring ring = new Ring(row.getId(), row.getExternalId(), row.getDigits(), row.getShownNumber(), row.getLine(),
                row.getRangAt(), new OrgPath(row.getOrgPath()));
        Optional<Answer> answer = Optional.ofNullable(row.getAnsweredAt()).map(at ->
                new Answer(Optional.ofNullable(row.getAgentUserId()).map(UserId::new), row.getAgentName(), at));
        return PhoneCall.restored(ring, Status.valueOf(row.getStatus()), answer, Optional.ofNullable(row.getEndedAt()),
                Optional.ofNullable(row.getCaseId()).map(CaseId::new), row.getVersion());
    }
}
