package org.firstfix.faultfinding;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Tickets with their answers, to learn from.
 *
 * @param asked their questions
 * @param answers the number of each ticket's answer
 * @param weights how much each counts
 */
record Examples(List<Asked> asked, int[] answers, double[] weights) {

    static final Examples NONE = new Examples(List.of(), new int[0], new double[0]);

    int size() {
        return answers.length;
    }

    Examples only(int[] rows) {
        return new Examples(Arrays.stream(rows).mapToObj(asked::get).toList(), Arrays.stream(rows).map(row -> answers[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray());
    }

    /** All numbers below a count in an order that only the seed decides. */
    static int[] shuffled(int count, Random random) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
