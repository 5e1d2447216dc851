package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.workorder.WorkOrderId;
import org.junit.jupiter.api.Test;

/** What can be taken back. */
class GoesBackTest {
    private static final Instant TEN = Instant.parse("2026-03-02T02:00:00Z");
    private static final PersonId ILL = new PersonId(UUID.randomUUID());
    private static final PersonId WELL = new PersonId(UUID.randomUUID());
    private static final PersonId THIRD = new PersonId(UUID.randomUUID());

    private static Period at(Instant start) {
        return new Period(start, start.plus(Duration.ofHours(1)));
    }

    private static ProposedChange back(int position, PersonId from, PersonId to, Instant when) {
        return new ProposedChange(position, ProposedChange.State.PROPOSED, new WorkOrderId(UUID.randomUUID()), Optional.of("A-" + position),
                Optional.of(new ProposedChange.Slot(from, List.of(), at(when))), Optional.of(new ProposedChange.Slot(to, List.of(), at(when))), List.of());
    }

    private static List<Absence> illnessOf(ProposedChange.Slot slot) {
        return slot.engineer().equals(ILL) ? List.of(new Absence(UUID.randomUUID(), at(TEN), Absence.Reason.ILLNESS, "")) : List.of();
    }

    @Test
    void nothingGoesBackToWhoIsAbsentThen() {
        GoesBack.Split split = GoesBack.of(List.of(back(1, WELL, ILL, TEN), back(2, THIRD, WELL, TEN.plus(Duration.ofHours(3)))), GoesBackTest::illnessOf);

        assertThat(split.goes()).extracting(ProposedChange::position).containsExactly(2);
        assertThat(split.stays()).singleElement().satisfies(change -> {
            assertThat(change.state()).isEqualTo(ProposedChange.State.LEFT);
            assertThat(change.reasons()).extracting(Reason::rule).containsExactly(Reason.ABSENT);
        });
    }

    @Test
    void whoIsBackByThenGetsTheVisitBack() {
        Instant afternoon = TEN.plus(Duration.ofHours(5));
        assertThat(GoesBack.of(List.of(back(1, WELL, ILL, afternoon)), GoesBackTest::illnessOf).goes()).hasSize(1);
    }

    @Test
    void whatWouldGoWhereAnotherHasToStayStaysAsWellAndSoOn() {
        ProposedChange first = back(1, WELL, ILL, TEN);
        ProposedChange second = back(2, THIRD, WELL, TEN);
        GoesBack.Split split = GoesBack.of(List.of(first, second), GoesBackTest::illnessOf);

        assertThat(split.goes()).isEmpty();
        assertThat(split.stays().get(1).reasons()).extracting(Reason::rule).containsExactly(Reason.OCCUPIED);
    }

    @Test
    void aBookingIsTakenBackWhoeverIsAbsent() {
        ProposedChange release = new ProposedChange(1, ProposedChange.State.PROPOSED, new WorkOrderId(UUID.randomUUID()), Optional.of("A-1"),
                Optional.of(new ProposedChange.Slot(ILL, List.of(), at(TEN))), Optional.empty(), List.of());
        assertThat(GoesBack.of(List.of(release), GoesBackTest::illnessOf).goes()).hasSize(1);
    }
}
