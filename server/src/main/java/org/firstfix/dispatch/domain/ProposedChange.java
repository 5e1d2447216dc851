package org.firstfix.dispatch.domain;

import java.util.List;
import java.util.Optional;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.workorder.WorkOrderId;

/**
 * One difference between a plan and the appointments as they are.
 *
 * @param appointment its number; none for a booking that is not made yet
 * @param former who was booked for when; none for open work
 * @param wanted who goes when; none for what nobody can make any more
 * @param reasons what the visit costs there, or what speaks against everybody
 */
public record ProposedChange(int position, State state, WorkOrderId workOrder, Optional<String> appointment, Optional<Slot> former,
        Optional<Slot> wanted, List<Reason> reasons) {
    public ProposedChange {
        reasons = List.copyOf(reasons);
        if (former.isEmpty() && wanted.isEmpty()) {
            throw new IllegalArgumentException("A change from nothing to nothing.");
        }
    }

    /**
     * @param engineer who leads
     * @param crew who else comes along; the order says nothing
     */
    public record Slot(PersonId engineer, List<PersonId> crew, Period period) {
        public Slot {
            crew = Appointment.sorted(crew);
        }

        /** The lead first. */
        public List<PersonId> people() {
            return Appointment.leadFirst(engineer, crew);
        }
    }

    public enum State {
        PROPOSED,
        APPLIED,
        LEFT
    }

    public enum Kind {
        BOOK,
        MOVE,
        /** Back into the list of open work. */
        RELEASE
    }

    public Kind kind() {
        if (former.isEmpty()) {
            return Kind.BOOK;
        }
        return wanted.isEmpty() ? Kind.RELEASE : Kind.MOVE;
    }

    public ProposedChange as(State other, Optional<String> number) {
        return new ProposedChange(position, other, workOrder, number, former, wanted, reasons);
    }

    /** What takes it back. */
    public ProposedChange reversed() {
        return new ProposedChange(position, State.PROPOSED, workOrder, kind() == Kind.RELEASE ? Optional.empty() : appointment, wanted, former, List.of());
    }
}
