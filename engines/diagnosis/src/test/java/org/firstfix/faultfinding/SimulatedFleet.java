package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Machines that break for known reasons, and people who report it with slips, in either language. A report shows some words of its fault, some that
 * every report has, and now and then words of another fault.
 */
final class SimulatedFleet {
    private static final String[] SMALL_TALK = {"please", "machine", "customer", "says", "since", "morning", "urgent", "again", "unit", "floor"};
    private static final String[] SYLLABLES = {"bar", "con", "del", "fim", "gor", "hal", "jut", "kem", "lon", "mip", "nar", "pol", "qui", "ros", "sut", "tav"};

    /** @param seldom how often a repair takes the second part besides */
    record Fault(String cause, List<String> words, String part, String secondPart, double seldom, String family) {}

    private final Random random;
    private final List<Fault> faults = new ArrayList<>();
    private int tickets;

    SimulatedFleet(long seed, int faultCount) {
        random = new Random(seed);
        for (int i = 0; i < faultCount; i++) {
            faults.add(newFault("fault " + i));
        }
    }

    /** A fault with two words of its own and two it shares with a fault that is known, in the same family of machines. */
    Fault newFault(String cause) {
        List<String> words = new ArrayList<>(List.of(word(), word()));
        String family = "family " + random.nextInt(3);
        for (int i = 0; i < 2; i++) {
            words.add(faults.isEmpty() ? word() : faults.get(random.nextInt(faults.size())).words().get(random.nextInt(2)));
        }
        return new Fault(cause, words, "part of " + cause, faults.isEmpty() ? "seal" : faults.getFirst().part(), random.nextDouble() * .3, family);
    }

    private String word() {
        return SYLLABLES[random.nextInt(16)] + SYLLABLES[random.nextInt(16)] + SYLLABLES[random.nextInt(16)];
    }

    Ticket ticket() {
        // The usual faults are far from equally frequent.
        int fault = Math.min(random.nextInt(faults.size()), random.nextInt(faults.size()));
        return ticket(faults.get(fault));
    }

    Ticket ticket(Fault fault) {
        List<String> words = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            words.add(fault.words().get(random.nextInt(fault.words().size())));
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            words.add(SMALL_TALK[random.nextInt(SMALL_TALK.length)]);
        }
        if (random.nextInt(10) == 0) {
            words.add(faults.get(random.nextInt(faults.size())).words().getFirst());
        }
        words.replaceAll(word -> random.nextInt(12) == 0 ? misspelt(word) : word);
        List<String> parts = new ArrayList<>();
        if (random.nextInt(8) > 0) {
            parts.add(fault.part());
            if (random.nextDouble() < fault.seldom()) {
                parts.add(fault.secondPart());
            }
        }
        String family = random.nextInt(5) == 0 ? "family " + random.nextInt(3) : fault.family();
        String model = family + " model " + random.nextInt(4);
        Question question = Question.of(String.join(" ", words), "machine " + random.nextInt(400), model, family);
        int number = tickets++;
        return new Ticket("T" + number, question, Repair.of(fault.cause(), parts), number / 20.0);
    }

    List<Ticket> tickets(int count) {
        List<Ticket> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(ticket());
        }
        return list;
    }

    private String misspelt(String word) {
        int at = random.nextInt(word.length() - 1);
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }
}
