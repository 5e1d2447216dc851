package org.firstfix.routing.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SearchPartsTest {

    /** Routes that cost what a table says, by the set of their visits; just enough for a pool. */
    private static final class Priced extends Routes {
        private final long[] price;
        private final boolean alike;

        Priced(int visits, int routes, long[] price, boolean alike) {
            super(visits, routes, tenThousand(visits));
            this.price = price;
            this.alike = alike;
        }

        private static long[] tenThousand(int visits) {
            long[] price = new long[visits];
            Arrays.fill(price, 10_000);
            return price;
        }

        private long of(int route) {
            int set = 0;
            for (int visit : sequence(route)) {
                set |= 1 << visit;
            }
            return set == 0 ? 0 : price[set] + (alike ? 0 : 7L * route);
        }

        private void add() {
            travelCost = 0;
            for (int route = 0; route < routes; route++) {
                travelCost += of(route);
            }
        }

        @Override
        public boolean findPlace(int visit, Blinks blinks) {
            return false;
        }

        @Override
        public void refresh(int route) {
            add();
        }

        @Override
        protected void unlinking(int visit, int before, int after) {
            // Prices wait for refresh.
        }

        @Override
        protected void inserted(int visit, int before, int after, int route) {
            add();
        }

        @Override
        public long routeCost(int route) {
            return of(route);
        }

        @Override
        public boolean routesAlike() {
            return alike;
        }

        @Override
        public Routes blank() {
            return new Priced(visits, routes, price, alike);
        }
    }

    @RepeatedTest(40)
    void recombinationFindsTheCheapestChoiceOfRoutesSeen(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int visits = 6;
        boolean alike = random.nextBoolean();
        long[] price = new long[1 << visits];
        Arrays.setAll(price, set -> 100L * Integer.bitCount(set) + random.nextInt(200));
        Priced worst = new Priced(visits, 4, price, alike);
        RoutePool pool = new RoutePool(worst);
        long[][] seen = new long[1 << visits][4];
        Arrays.stream(seen).forEach(row -> Arrays.fill(row, Long.MAX_VALUE / 8));
        for (int solution = 0; solution < 12; solution++) {
            Priced routes = new Priced(visits, 4, price, alike);
            for (int visit = 0; visit < visits; visit++) {
                routes.insert(visit, routes.start(random.nextInt(4)));
            }
            pool.add(routes);
            for (int route = 0; route < 4; route++) {
                int set = Arrays.stream(routes.sequence(route)).map(visit -> 1 << visit).sum();
                for (int any = alike ? 0 : route; any <= (alike ? 3 : route); any++) {
                    seen[set][any] = routes.of(route);
                }
            }
            if (solution == 0 || routes.cost() > worst.cost()) {
                worst = routes;
            }
        }
        Recombination recombination = new Recombination(pool, worst);
        boolean found = recombination.search(worst, 10_000_000);
        long cheapest = cheapest(seen, 0, (1 << visits) - 1);
        assertThat(found).as("seed %d", repetition.getCurrentRepetition()).isEqualTo(cheapest < worst.cost());
        if (found) {
            recombination.rebuild(worst);
            assertThat(worst.cost()).isEqualTo(cheapest);
            assertThat(worst.absences()).isZero();
        }
    }

    private static long cheapest(long[][] seen, int route, int open) {
        if (route == 4) {
            return open == 0 ? 0 : Long.MAX_VALUE / 8;
        }
        long best = cheapest(seen, route + 1, open);
        for (int set = open; set > 0; set = set - 1 & open) {
            best = Math.min(best, seen[set][route] + cheapest(seen, route + 1, open & ~set));
        }
        return best;
    }

    @Test
    void theRandomNumbersAreTheSameEverywhere() {
        FastRandom random = new FastRandom(1);
        long first = random.nextLong();
        assertThat(new FastRandom(1).nextLong()).isEqualTo(first);
        assertThat(new FastRandom(2).nextLong()).isNotEqualTo(first);
        int[] seen = new int[10];
        for (int i = 0; i < 10_000; i++) {
            seen[random.nextInt(10)]++;
            assertThat(random.nextDouble()).isBetween(0.0, 1.0);
        }
        assertThat(Arrays.stream(seen).boxed()).allMatch(count -> count > 800 && count < 1200);
    }

    @Test
    void blinksComeAsOftenAsAsked() {
        Blinks seldom = new Blinks(new FastRandom(3), 0.01);
        int blinks = 0;
        for (int i = 0; i < 100_000; i++) {
            blinks += seldom.blink() ? 1 : 0;
        }
        assertThat(blinks).isBetween(850, 1150);
        assertThat(new Blinks(new FastRandom(3), 0).blink()).isFalse();
    }

    @Test
    void aBudgetIsNotNegative() {
        assertThatThrownBy(() -> Budget.iterations(-1)).hasMessageContaining("-1 iterations");
        assertThat(Budget.iterations(100).share(0.25).iterations()).isEqualTo(25);
        assertThat(Budget.nanos(100, () -> 40).since(10).nanos()).isEqualTo(70);
    }
}
