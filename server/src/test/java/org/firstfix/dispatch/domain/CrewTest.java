package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.junit.jupiter.api.Test;

/** Who leads. */
class CrewTest {
    private static final Engineer ONE = engineer(1, 2);
    private static final Engineer TWO = engineer(2, 4);
    private static final Engineer THREE = engineer(3, 4);
    private static final List<Engineer> ALL = List.of(THREE, ONE, TWO);

    private static Engineer engineer(int number, int level) {
        return new Engineer(new PersonId(new UUID(0, number)), "E" + number, "E" + number, Optional.empty(), Optional.empty(), ZoneOffset.UTC, true,
                new OrgPath("house"), 0, List.of(new Engineer.Skill("UPS", level, Optional.empty())), Optional.empty());
    }

    private static String lead(Optional<PersonId> leads, List<PersonId> own, Optional<String> skill) {
        return Crew.of(ALL, leads, own, skill).lead().code();
    }

    @Test
    void whoLeadsAlreadyGoesOnLeading() {
        assertThat(lead(Optional.of(THREE.id()), List.of(ONE.id()), Optional.of("UPS"))).isEqualTo("E3");
        assertThat(lead(Optional.of(new PersonId(new UUID(0, 9))), List.of(ONE.id()), Optional.of("UPS"))).as("he is not among them").isEqualTo("E1");
    }

    @Test
    void otherwiseTheCustomersOwnEngineerInTurn() {
        assertThat(lead(Optional.empty(), List.of(new PersonId(new UUID(0, 9)), THREE.id(), ONE.id()), Optional.of("UPS"))).isEqualTo("E3");
    }

    @Test
    void otherwiseWhoIsBestAtWhatIsAskedForAndOfEqualsTheFirstByCode() {
        assertThat(lead(Optional.empty(), List.of(), Optional.of("UPS"))).isEqualTo("E2");
        assertThat(lead(Optional.empty(), List.of(), Optional.empty())).isEqualTo("E1");
    }

    @Test
    void theOthersComeAlongByCode() {
        assertThat(Crew.of(ALL, Optional.of(TWO.id()), List.of(), Optional.empty()).members()).containsExactly(ONE, THREE);
        assertThat(Crew.alone(ONE).everybody()).containsExactly(ONE);
    }

    @Test
    void nobodyTakesTwoSeatsAndTheOrderSaysNothing() {
        Period period = ADay.period(9, 10);
        assertThatThrownBy(() -> new Appointment.Plan(ONE.id(), List.of(ONE.id()), period, OverlapPolicy.FORBIDDEN, new OrgPath("house")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Appointment.Plan(ONE.id(), List.of(TWO.id(), TWO.id()), period, OverlapPolicy.FORBIDDEN, new OrgPath("house")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ProposedChange.Slot(ONE.id(), List.of(TWO.id(), THREE.id()), period))
                .isEqualTo(new ProposedChange.Slot(ONE.id(), List.of(THREE.id(), TWO.id()), period));
    }
}
