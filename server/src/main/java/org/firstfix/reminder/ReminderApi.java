package org.firstfix.reminder;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;

/**
 * Entrusts what has to be done by a time to a person, who is reminded of it. A duty is known by its subject and kind;
 * saying the same twice changes nothing. Call inside a transaction.
 */
public interface ReminderApi {
    /** Begins to remind. A duty that is there already is moved to this person and time, one that was over begins anew. */
    DutyId entrust(NewDuty duty);

    /** Of which kinds of duty of a subject somebody is being reminded. */
    Set<String> entrustedKinds(String subjectType, String subjectId);

    /** Another time or person. Nothing happens to what is not entrusted. */
    void move(Key key, Optional<UserId> responsible, Optional<Instant> dueAt, String reason);

    /** It is done, or not to be done any more. Nothing happens to what is not entrusted. */
    void withdraw(Key key, String reason);

    /** @param type of the subject, such as {@code promise} */
    record Key(String type, String id, String kind) {}

    /**
     * @param number of the subject, as people call it
     * @param link the screen's address where it is done
     * @param calendarCode hours in which its time is counted; the policy's if there are none
     * @param zone of the place, for calendars that follow it; the unit's if there is none
     * @param policyCode how people are reminded; the house's default holds for an unknown one
     * @param urgent quiet hours do not hold it back
     */
    record NewDuty(Key key, String number, String link, Title title, UserId responsible, OrgPath orgPath, Instant dueAt,
            Optional<String> calendarCode, Optional<ZoneId> zone, String policyCode, boolean urgent) {}

    /** What is to be done: a text of the server with its values, or the words themselves in both languages. */
    sealed interface Title {
        record Words(String zh, String en) implements Title {}

        record Key(String key, Map<String, Object> values) implements Title {
            public Key {
                values = Map.copyOf(values);
            }
        }
    }
}
