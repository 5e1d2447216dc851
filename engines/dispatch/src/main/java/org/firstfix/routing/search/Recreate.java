package org.firstfix.routing.search;

import java.util.List;
import java.util.stream.Stream;

/** Puts absent visits back, each at its cheapest place but for blinks, in an order drawn anew each time. Source: as {@link StringRuin}. */
final class Recreate {
    private final InsertionOrder[] orders;
    private final FastRandom random;
    private final Blinks blinks;
    private final long[] key;

    Recreate(List<InsertionOrder> orders, int visits, SearchSettings settings, FastRandom random) {
        this.orders = orders.stream().flatMap(order -> Stream.generate(() -> order).limit(order.weight()))
                .toArray(InsertionOrder[]::new);
        this.random = random;
        this.blinks = new Blinks(random, settings.blinkChance());
        this.key = new long[visits];
    }

    /** @return how many of the visits found no place; they stand at the front of the array */
    int putBack(Routes state, int[] absent, int count) {
        sort(absent, count);
        int left = 0;
        for (int i = 0; i < count; i++) {
            int visit = absent[i];
            if (state.routeOf[visit] != Routes.ABSENT) {
                continue; // came in with its partner
            }
            if (state.findPlace(visit, blinks) && state.placeCost() < state.absencePrice(visit)) {
                state.insertAtPlace(visit);
            } else {
                absent[left++] = visit;
            }
        }
        return withoutThoseOfLaterPartners(state, absent, left);
    }

    private static int withoutThoseOfLaterPartners(Routes state, int[] absent, int count) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (state.routeOf[absent[i]] == Routes.ABSENT) {
                absent[left++] = absent[i];
            }
        }
        return left;
    }

    private void sort(int[] absent, int count) {
        InsertionOrder order = orders[random.nextInt(orders.length)];
        for (int i = 0; i < count; i++) {
            key[absent[i]] = order.key().length == 0 ? random.nextLong() : order.key()[absent[i]];
        }
        for (int i = 1; i < count; i++) {
            int visit = absent[i];
            int j = i - 1;
            while (j >= 0 && key[absent[j]] > key[visit]) {
                absent[j + 1] = absent[j];
                j--;
            }
            absent[j + 1] = visit;
        }
    }
}
