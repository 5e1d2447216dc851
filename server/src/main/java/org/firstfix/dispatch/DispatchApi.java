package org.firstfix.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstfix.customer.AccountId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.workorder.WorkOrderId;

/** Questions about who goes when. Call inside a transaction. */
public interface DispatchApi {
    /** The appointment that still counts, if somebody is booked. */
    Optional<AppointmentSummary> currentOf(WorkOrderId id);

    /** All of a work order, also cancelled ones, the oldest first. */
    List<AppointmentSummary> ofWorkOrder(WorkOrderId id);

    /** Who owns this customer, and who stands in. */
    Optional<Dedication> dedicationOf(AccountId id);

    /** @param standIns who goes when the own engineer does not work, in the order in which they are asked; at most five */
    record Dedication(AccountId accountId, PersonId engineerId, List<PersonId> standIns) {
        public Dedication {
            standIns = List.copyOf(standIns);
        }

        /** The own engineer, then those who stand in. */
        public List<PersonId> inTurn() {
            return Stream.concat(Stream.of(engineerId), standIns.stream()).toList();
        }
    }

    /** Nothing for somebody who is not sent to customers. */
    Optional<EngineerSkills> skillsOf(PersonId id);

    /** Engineers in use within the scope, by code, at most 500; those who have the skill at any level, if one is named. */
    List<EngineerSkills> engineers(DataScope scope, Optional<String> skill);

    boolean knowsSkill(String skill);

    /**
     * Raises or renews a skill, with a journal entry if anything changes. A higher level that counts today stays as it is; at the same level
     * the later end holds.
     *
     * @param level 1 to 5
     * @param validUntil the last day it counts; without end if there is none
     * @return the skill as it stands then
     * @throws Problem 404 for somebody who is no engineer, 400 for a skill that is not in the catalogue
     */
    EngineerSkills.Held awardSkill(PersonId engineer, String skill, int level, Optional<LocalDate> validUntil, String reason);
}
