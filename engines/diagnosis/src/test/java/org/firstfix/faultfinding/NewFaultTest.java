package org.firstfix.faultfinding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A fault nobody has seen enters a fleet. Each tenth ticket is one of it, all tickets are learnt one by one, nothing is learnt anew. */
class NewFaultTest {
    private static final int FLEETS = 4;
    private static final int USUAL = 300;
    private static final int OTHERS_BETWEEN = 9;
    private static final int ASKED = 10;

    @Test
    void isAmongTheFirstThreeWithinTenTicketsAndItsPartAmongTheTwoWithinTwenty() {
        int amongThree = 0;
        int carried = 0;
        for (int seed = 1; seed <= FLEETS; seed++) {
            SimulatedFleet fleet = new SimulatedFleet(seed, 12);
            DiagnosisModel model = DiagnosisModel.learn(fleet.tickets(USUAL), Settings.usual());
            SimulatedFleet.Fault fault = fleet.newFault("new fault");
            meet(model, fleet, fault, 10);
            for (int i = 0; i < ASKED; i++) {
                amongThree += model.predict(fleet.ticket(fault).question()).causes().stream().limit(3).anyMatch(cause -> cause.name().equals("new fault")) ? 1 : 0;
            }
            meet(model, fleet, fault, 10);
            for (int i = 0; i < ASKED; i++) {
                PartSets sets = model.predict(fleet.ticket(fault).question()).partSets();
                carried += PartsToCarry.best(sets, Carrying.atMost(2)).parts().contains(fault.part()) ? 1 : 0;
            }
        }
        System.out.printf("new fault, seeds 1 to %d: among the first three %d, part carried %d of %d%n", FLEETS, amongThree, carried, FLEETS * ASKED);
        assertThat(amongThree).isGreaterThanOrEqualTo(9 * FLEETS * ASKED / 10);
        assertThat(carried).isGreaterThanOrEqualTo(9 * FLEETS * ASKED / 10);
    }

    private static void meet(DiagnosisModel model, SimulatedFleet fleet, SimulatedFleet.Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            fleet.tickets(OTHERS_BETWEEN).forEach(model::learn);
            model.learn(fleet.ticket(fault));
        }
    }
}
