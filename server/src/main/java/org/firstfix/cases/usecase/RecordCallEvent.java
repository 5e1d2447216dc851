package org.firstfix.cases.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CallAnswered;
import org.firstfix.cases.CallArrived;
import org.firstfix.cases.CallEnded;
import org.firstfix.cases.domain.PhoneCall;
import org.firstfix.cases.domain.PhoneCall.Answer;
import org.firstfix.cases.domain.PhoneCall.Ring;
import org.firstfix.cases.domain.PhoneCalls;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/**
 * Takes in what the telephone system tells. The same message twice changes nothing, and a later one may come first: any
 * of them makes the call known.
 */
@Component
@Permission("call.answer")
public final class RecordCallEvent {
    private final Work work;
    private final PhoneCalls calls;
    private final OrganizationApi organization;
    private final Telephony telephony;
    private final Announcements announcements;
    private final Clock clock;

    RecordCallEvent(Work work, PhoneCalls calls, OrganizationApi organization, Telephony telephony,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.calls = calls;
        this.organization = organization;
        this.telephony = telephony;
        this.announcements = announcements;
        this.clock = clock;
    }

    public enum Event {
        RINGING,
        ANSWERED,
        ENDED
    }

    /** @param line the telephone line that was called; decides which branch sees the call */
    public record Command(Event event, String externalId, String number, String line, Optional<Instant> at) {}

    /** @return the call's id */
    public UUID handle(Command command) {
        return work.perform(this, () -> record(command));
    }

    private UUID record(Command command) {
        Instant at = command.at().orElseGet(clock::instant);
        PhoneCall call = calls.findByExternalIdForChange(command.externalId()).orElseGet(() -> arrive(command, at));
        Ring ring = call.ring();
        switch (command.event()) {
            case RINGING -> {}
            case ANSWERED -> {
                if (call.wasAnswered(new Answer(Optional.empty(), "", at))) {
                    calls.save(call);
                    announcements.announce(new CallAnswered(ring.id(), ring.shownNumber(), ring.orgPath(), at));
                }
            }
            case ENDED -> {
                if (call.ended(at)) {
                    calls.save(call);
                    boolean missed = call.status() == PhoneCall.Status.MISSED;
                    announcements.announce(new CallEnded(ring.id(), ring.shownNumber(), missed, ring.orgPath(), at));
                }
            }
        }
        return ring.id();
    }

    private PhoneCall arrive(Command command, Instant at) {
        OrgUnitSummary unit = telephony.unitOf(command.line(), organization);
        Ring ring = new Ring(UUID.randomUUID(), command.externalId(), command.number().replaceAll("\\D", ""),
                command.number(), command.line(), at, unit.path());
        PhoneCall call = PhoneCall.ringing(ring);
        calls.add(call);
        announcements.announce(new CallArrived(ring.id(), ring.shownNumber(), ring.orgPath(), at));
        return call;
    }
}
