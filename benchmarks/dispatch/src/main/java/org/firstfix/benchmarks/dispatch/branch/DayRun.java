package org.firstfix.benchmarks.dispatch.branch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plays a day. Whoever sets off is committed; how long the work takes and whether the van has what it needs shows on the spot. In vain: the cause is known
 * then, and the call waits again with its old clock.
 */
public final class DayRun {
    private final BranchDay day;
    private final Dispatcher dispatcher;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingInt(Event::at).thenComparingInt(Event::call).thenComparingInt(Event::engineer));
    private final List<Hand> hands = new ArrayList<>();
    private final TreeMap<Integer, Situation.Waiting> waiting = new TreeMap<>();
    private final Map<Integer, Integer> begunAt = new HashMap<>();
    private final Set<Integer> causeKnown = new HashSet<>();
    private final List<Integer> clock = new ArrayList<>();
    private int visits;
    private int first;
    private int byStore;
    private long road;

    /** A call arrives, or an engineer (-1 for none) becomes free. */
    private record Event(int at, int call, int engineer) {}

    /** An engineer on his way through the day. */
    private static final class Hand {
        private int place;
        private boolean idle;
        private int expected;
        private int free;
        private final Map<String, Integer> van;
        private boolean out;

        Hand(BranchDay.Staff staff) {
            place = staff.home();
            van = new HashMap<>(staff.stock());
            expected = BranchDay.BEGINS;
            free = BranchDay.BEGINS;
        }
    }

    private DayRun(BranchDay day, Dispatcher dispatcher) {
        this.day = day;
        this.dispatcher = dispatcher;
        day.staff().forEach(staff -> hands.add(new Hand(staff)));
    }

    /**
     * What came of a day.
     *
     * @param moneyCents lateness until work begins that ends in a repair, or until the evening, and the price of open calls
     * @param lateMinutes of all calls
     * @param completed calls repaired, {@code completedFirst} of them at the first visit
     * @param clock the moments at which anything happened, in order
     */
    public record Result(long moneyCents, double lateMinutes, double travelHours, double overtimeHours, int calls, int completed, int completedFirst, int open,
            int visits, int byStore, List<Integer> clock) {

        /** Of all calls, those repaired at the first visit. */
        public double firstVisitPercent() {
            return 100.0 * completedFirst / calls;
        }
    }

    /** Plays it to the end. */
    public static Result play(BranchDay day, Dispatcher dispatcher) {
        DayRun run = new DayRun(day, dispatcher);
        day.calls().forEach(call -> run.events.add(new Event(call.arrives(), call.number(), -1)));
        for (int engineer = 0; engineer < day.staff().size(); engineer++) {
            run.events.add(new Event(BranchDay.BEGINS, -1, engineer));
        }
        while (!run.events.isEmpty()) {
            run.next();
        }
        return run.result();
    }

    private void next() {
        int now = events.element().at();
        clock.add(now);
        while (!events.isEmpty() && events.element().at() == now) {
            Event event = events.remove();
            if (event.engineer() >= 0) {
                hands.get(event.engineer()).idle = true;
            } else {
                waiting.put(event.call(), new Situation.Waiting(day.calls().get(event.call()), causeKnown.contains(event.call())));
            }
        }
        if (now >= BranchDay.BEGINS) {
            dispatcher.decide(situation(now)).forEach(departure -> depart(now, departure));
        }
    }

    private Situation situation(int now) {
        List<Situation.Member> crew = new ArrayList<>();
        for (int i = 0; i < hands.size(); i++) {
            Hand hand = hands.get(i);
            crew.add(new Situation.Member(i, hand.place, hand.idle, hand.idle ? now : Math.max(now + 300, hand.expected), Map.copyOf(hand.van)));
        }
        List<Situation.Waiting> calls = waiting.values().stream()
                .sorted(Comparator.<Situation.Waiting>comparingInt(each -> each.call().arrives()).thenComparingInt(each -> each.call().number())).toList();
        return new Situation(now, day, crew, calls);
    }

    private void depart(int now, Dispatcher.Departure departure) {
        Hand hand = hands.get(departure.engineer());
        Situation.Waiting of = waiting.remove(departure.call());
        if (!hand.idle || of == null) {
            throw new IllegalStateException("engineer " + departure.engineer() + " is sent to call " + departure.call() + " at " + now
                    + ", but is busy, or the call does not wait.");
        }
        BranchDay.Call call = of.call();
        int leg = day.travel()[hand.place][call.place()];
        int stop = 0;
        if (departure.byStore()) {
            leg = day.travel()[hand.place][0] + day.travel()[0][call.place()];
            stop = BranchDay.PICK_UP;
            byStore++;
            // What was taken along for others and not needed goes back.
            hand.van.clear();
            hand.van.putAll(day.staff().get(departure.engineer()).stock());
            departure.load().forEach((part, pieces) -> hand.van.merge(part, pieces, Math::max));
            of.certain().forEach((part, pieces) -> hand.van.merge(part, pieces, Math::max));
        }
        road += leg;
        hand.place = call.place();
        hand.idle = false;
        hand.out = true;
        hand.expected = now + leg + stop + of.expectedSeconds();
        hand.free = work(hand, of, now + leg + stop);
        events.add(new Event(hand.free, -1, departure.engineer()));
    }

    /** @return when it ends */
    private int work(Hand hand, Situation.Waiting of, int begins) {
        BranchDay.Call call = of.call();
        visits++;
        Map<String, Integer> needed = call.truth().parts();
        if (needed.entrySet().stream().anyMatch(part -> hand.van.getOrDefault(part.getKey(), 0) < part.getValue())) {
            int ends = begins + (int) Math.round(BranchDay.IN_VAIN * call.luck());
            causeKnown.add(call.number());
            events.add(new Event(ends, call.number(), -1));
            return ends;
        }
        needed.forEach((part, pieces) -> hand.van.merge(part, -pieces, Integer::sum));
        begunAt.put(call.number(), begins);
        first += of.known() ? 0 : 1;
        return begins + (int) Math.round(call.truth().seconds() * call.luck());
    }

    private Result result() {
        long cents = 0;
        double late = 0;
        int open = 0;
        for (BranchDay.Call call : day.calls()) {
            Integer begun = begunAt.get(call.number());
            int until = begun == null ? BranchDay.ENDS : begun;
            double minutes = Math.max(0, until - call.due()) / 60.0;
            late += minutes;
            cents += (long) Math.ceil(minutes) * call.lateCentsPerMinute() + (begun == null ? BranchDay.OPEN_CENTS : 0);
            open += begun == null ? 1 : 0;
        }
        double overtime = 0;
        for (int i = 0; i < hands.size(); i++) {
            Hand hand = hands.get(i);
            int home = hand.out ? day.travel()[hand.place][day.staff().get(i).home()] : 0;
            road += home;
            overtime += hand.out ? Math.max(0, hand.free + home - BranchDay.ENDS) / 3600.0 : 0;
        }
        return new Result(cents, late, road / 3600.0, overtime, day.calls().size(), begunAt.size(), first, open, visits, byStore, List.copyOf(clock));
    }
}
