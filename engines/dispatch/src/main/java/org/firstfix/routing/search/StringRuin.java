package org.firstfix.routing.search;

/**
 * Takes strings of neighbouring visits out of neighbouring routes: around a random visit, from each route near it, one run of visits that holds the
 * nearest one. Source: Christiaens and Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing Problems", Transportation Science 54
 * (2020), section 5.2; the split string is theirs as well.
 */
final class StringRuin {
    private final SearchSettings settings;
    private final int[][] neighbours;
    private final FastRandom random;
    /** The last iteration in which each route was ruined. */
    private final long[] ruinedIn;
    private final int[] ruined;
    private final int[] string;
    private long iteration;
    private int ruinedCount;

    StringRuin(SearchSettings settings, int[][] neighbours, int routes, FastRandom random) {
        this.settings = settings;
        this.neighbours = neighbours;
        this.random = random;
        this.ruinedIn = new long[routes];
        this.ruined = new int[routes];
        this.string = new int[2 * settings.longestString() + 2];
    }

    /** @return how many visits were taken out; they stand at the front of {@code removed} */
    int ruin(Routes state, int[] removed) {
        iteration++;
        ruinedCount = 0;
        int used = state.usedRoutes();
        if (used == 0) {
            return 0;
        }
        double meanSize = (state.visits - state.absences()) / (double) used;
        double longest = Math.min(settings.longestString(), meanSize);
        double mostStrings = 4 * settings.removals() / (1 + longest) - 1;
        int strings = (int) (1 + random.nextDouble() * mostStrings);
        int count = 0;
        for (int visit : neighbours[random.nextInt(state.visits)]) {
            if (ruinedCount >= strings) {
                break;
            }
            int route = state.routeOf[visit];
            if (route == Routes.ABSENT || ruinedIn[route] == iteration) {
                continue;
            }
            ruinedIn[route] = iteration;
            ruined[ruinedCount++] = route;
            int length = (int) (1 + random.nextDouble() * Math.min(state.size[route], longest));
            count = takeOut(state, visit, Math.min(length, state.size[route]), removed, count);
        }
        for (int i = 0; i < ruinedCount; i++) {
            state.refresh(ruined[i]);
        }
        return state.takeOutPartners(removed, count);
    }

    private int takeOut(Routes state, int visit, int length, int[] removed, int count) {
        int kept = 0;
        if (length > 1 && length < state.size[state.routeOf[visit]] && random.nextDouble() < settings.splitChance()) {
            kept = 1;
            while (length + kept < state.size[state.routeOf[visit]] && random.nextDouble() > 0.01 && kept < settings.longestString()) {
                kept++;
            }
        }
        int span = windowAround(state, visit, length + kept);
        int gap = kept == 0 ? span : random.nextInt(span - kept + 1);
        int result = count;
        for (int i = 0; i < span; i++) {
            if (i >= gap && i < gap + kept) {
                continue;
            }
            removed[result++] = string[i];
            state.unlink(string[i]);
        }
        return result;
    }

    /** Fills {@link #string} with a random run of this length that holds the visit; the route is long enough. */
    private int windowAround(Routes state, int visit, int length) {
        int route = state.routeOf[visit];
        int first = state.succ[state.start(route)];
        int last = state.pred[state.end(route)];
        int back = 0;
        int front = visit;
        while (back < length - 1 && front != first) {
            front = state.pred[front];
            back++;
        }
        int forward = 0;
        for (int node = visit; forward < length - 1 && node != last; forward++) {
            node = state.succ[node];
        }
        int fewestBack = Math.max(0, length - 1 - forward);
        int chosenBack = fewestBack + random.nextInt(back - fewestBack + 1);
        for (; back > chosenBack; back--) {
            front = state.succ[front];
        }
        for (int i = 0; i < length; i++) {
            string[i] = front;
            front = state.succ[front];
        }
        return length;
    }
}
