package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.routing.plan.Candidate;
import org.firstfix.routing.plan.Contribution;
import org.firstfix.routing.plan.Level;
import org.firstfix.routing.plan.Link;
import org.firstfix.routing.plan.Plan;
import org.firstfix.routing.plan.Planner;
import org.firstfix.routing.plan.Rule;
import org.firstfix.routing.plan.Rules;
import org.firstfix.routing.plan.ServiceDay;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * A day of an area as the engine sees it, and the way back from its numbers to people and work. Times of the engine are seconds
 * since the day began; ids are the places in {@link #lanes} and {@link #tasks}, counted from 1. A day that is under way is what is
 * left of it. A visit that needs several has a task for each of them.
 */
public final class EngineDay {
    private static final int NOON = 12 * 3600;

    private final DayMaterial material;
    private final List<Lane> lanes;
    private final List<Task> tasks;
    private final Map<WorkOrderId, Integer> idOfOrder = new HashMap<>();
    private final Map<Integer, List<Integer>> seats = new HashMap<>();
    private final PlaceTable places;
    private final Set<PersonId> area;
    private final Set<Integer> stays;
    private final Plan current;
    private final ServiceDay day;

    private EngineDay(DayMaterial material, List<Lane> lanes, List<Task> tasks, Set<Integer> stays) {
        this(material, lanes, tasks, stays, PlaceTable.of(lanes, tasks, material.supplies().workingDay().depot().map(WorkingDay.Depot::place), material.travel(),
                departure(material.area(), lanes)), Optional.empty());
    }

    private EngineDay(DayMaterial material, List<Lane> lanes, List<Task> tasks, Set<Integer> stays, PlaceTable places, Optional<Plan> known) {
        this.material = material;
        this.lanes = lanes;
        this.tasks = tasks;
        this.places = places;
        this.area = material.engineers().stream().map(diary -> diary.engineer().id()).collect(Collectors.toSet());
        this.stays = stays;
        for (int id = 1; id <= tasks.size(); id++) {
            idOfOrder.putIfAbsent(task(id).job().order().id(), id);
            seats.computeIfAbsent(task(id).seat().visit(), visit -> new ArrayList<>()).add(id);
        }
        this.current = known.orElseGet(this::planInForce);
        this.day = serviceDay();
    }

    /** The engine knows one table for the day. */
    private static Departure departure(PlanArea area, List<Lane> lanes) {
        return Departure.standingFor(area, lanes.stream().mapToInt(Lane::begins).min().orElse(0), lanes.stream().mapToInt(Lane::ends).max().orElse(NOON * 2));
    }

    /** What can be planned: open work that waits for nothing, and visits that are not over. */
    public static EngineDay of(DayMaterial material) {
        return of(material, Optional.empty());
    }

    /** @param asked open work that is looked at although it may wait for something */
    public static EngineDay of(DayMaterial material, Optional<WorkOrderId> asked) {
        Lanes lanes = new Lanes(material);
        List<Task> tasks = new ArrayList<>();
        Map<PersonId, DayMaterial.Diary> diaries = material.engineers().stream()
                .collect(Collectors.toMap(diary -> diary.engineer().id(), Function.identity()));
        material.visits().stream().filter(visit -> !visit.isOver()).forEach(visit -> seat(visit, diaries, tasks, lanes, material));
        Set<WorkOrderId> held = hold(tasks, lanes, material, asked);
        material.jobs().stream().filter(job -> !held.contains(job.order().id()))
                .filter(job -> Task.isPlannable(job) || asked.filter(job.order().id()::equals).isPresent())
                .forEach(job -> seats(tasks, job.order().crewSize()).forEach(seat -> tasks.add(Task.of(seat, job, material))));
        return new EngineDay(material, lanes.all(), tasks, Set.of());
    }

    private static List<Seat> seats(List<Task> tasks, int count) {
        int visit = tasks.isEmpty() ? 0 : tasks.getLast().seat().visit() + 1;
        return IntStream.range(0, count).mapToObj(place -> new Seat(visit, place, count)).toList();
    }

    /** A seat for each of those who are booked, and one for each who is still missing. */
    private static void seat(DayMaterial.Visit visit, Map<PersonId, DayMaterial.Diary> diaries, List<Task> tasks, Lanes lanes, DayMaterial material) {
        List<PersonId> people = visit.people();
        boolean ours = isOurs(visit, diaries.keySet());
        boolean nobodyThere = people.stream().allMatch(person -> isAbsent(diaries.get(person), visit));
        int missing = !ours || visit.status() == AppointmentStatus.ON_SITE ? 0 : Math.max(0, visit.job().order().crewSize() - people.size());
        for (Seat seat : seats(tasks, people.size() + missing)) {
            Optional<PersonId> person = people.stream().skip(seat.place()).findFirst();
            boolean absent = person.map(known -> isAbsent(diaries.get(known), visit)).orElse(true);
            if (ours || !absent && person.filter(diaries::containsKey).isPresent()) {
                Commitment commitment = commitment(visit, ours, nobodyThere, absent);
                boolean taken = !absent || commitment == Commitment.UNDER_WAY;
                tasks.add(Task.of(seat, visit, commitment, taken ? OptionalInt.of(lanes.take(person.orElseThrow(), visit, commitment)) : OptionalInt.empty(),
                        material));
            }
        }
    }

    /** A visit one of whose engineers is not of the area stays as it is: this plan cannot speak for him. */
    static boolean isOurs(DayMaterial.Visit visit, Set<PersonId> area) {
        return area.containsAll(visit.people());
    }

    /** Who is not of the area counts as there. */
    private static boolean isAbsent(DayMaterial.@Nullable Diary diary, DayMaterial.Visit visit) {
        return diary != null && diary.absenceDuring(visit.period()).isPresent();
    }

    /** Who can come keeps the time for a colleague who is absent or missing; only where nobody can is it nobody's any more. */
    private static Commitment commitment(DayMaterial.Visit visit, boolean ours, boolean nobodyThere, boolean absent) {
        boolean stays = !ours || visit.pin().filter(Pin::engineer).isPresent();
        Commitment commitment = Commitment.of(visit.status(), stays, nobodyThere);
        return commitment == Commitment.FIXED && absent ? Commitment.PROMISED : commitment;
    }

    /** What is kept for customers is taken, except for the work that is asked for: who holds a time may look for another. */
    private static Set<WorkOrderId> hold(List<Task> tasks, Lanes lanes, DayMaterial material, Optional<WorkOrderId> asked) {
        Set<WorkOrderId> held = new HashSet<>();
        for (DayMaterial.Diary diary : material.engineers()) {
            for (DayMaterial.Hold hold : diary.holds()) {
                WorkOrderId order = hold.job().order().id();
                if (asked.filter(order::equals).isEmpty() && diary.absenceDuring(hold.period()).isEmpty()) {
                    held.add(order);
                    lanes.covering(diary.engineer().id(), hold.period())
                            .ifPresent(lane -> tasks.add(Task.held(seats(tasks, 1).getFirst(), hold, lane, material)));
                }
            }
        }
        return held;
    }

    /**
     * The same with one visit thought away and wanted in each of these windows instead: one more visit for each, in their order,
     * behind the tasks of the day.
     */
    public EngineDay offering(WorkOrderId order, List<Period> windows) {
        int asked = idOf(order).orElseThrow();
        List<Task> more = new ArrayList<>(tasks);
        windows.forEach(window -> seats(more, task(asked).seat().of())
                .forEach(seat -> more.add(Task.of(seat, task(asked).job().wishing(List.of(window)), material))));
        Plan without = without(current, seatsOf(asked));
        return new EngineDay(material, lanes, more, Set.of(), places, Optional.of(without));
    }

    static Plan without(Plan plan, List<Integer> visits) {
        return new Plan(plan.routes().stream().map(route -> new Plan.Route(route.engineer(),
                route.stops().stream().filter(stop -> !visits.contains(stop.visit())).toList(), route.back())).toList(), plan.unassigned());
    }

    /**
     * The same with every visit staying with its engineer that breaks a hard rule as it is booked now: a person wanted it so, and
     * a plan must not throw it out for that.
     */
    public EngineDay keepingWhatPeopleBooked() {
        if (lanes.isEmpty()) {
            return this;
        }
        Set<Integer> broken = new HashSet<>(stays);
        for (Contribution entry : new Planner(day).ledger(current).entries()) {
            if (entry.level() == Level.HARD) {
                broken.addAll(seatsOf(entry.visit()));
            }
        }
        return broken.isEmpty() ? this : new EngineDay(material, lanes, tasks, broken);
    }

    /**
     * The same without the open seats of visits that nobody can take as the day is: such a visit stays as it is booked, and is not taken from
     * those who go because another is missing.
     */
    public EngineDay leavingOpenWhatNobodyCanTake() {
        if (!hasEngineers() || openSeats().isEmpty()) {
            return this;
        }
        Planner planner = new Planner(day);
        Set<Integer> taken = new HashSet<>();
        Plan plan = current;
        for (int seat : openSeats()) {
            Optional<Plan> more = seated(planner, plan, seat);
            more.ifPresent(found -> taken.add(seat));
            plan = more.orElse(plan);
        }
        Set<Integer> visits = openSeats().stream().filter(seat -> !taken.contains(seat)).map(seat -> task(seat).seat().visit()).collect(Collectors.toSet());
        List<Task> left = IntStream.rangeClosed(1, tasks.size()).filter(id -> !openSeats().contains(id) || !visits.contains(task(id).seat().visit()))
                .mapToObj(this::task).toList();
        EngineDay rest = new EngineDay(material, lanes, left, Set.of());
        return new EngineDay(material, lanes, left, rest.tasksWhere(task -> visits.contains(task.seat().visit())));
    }

    /** The appointments as they are, with somebody for each open seat: what a plan begins with. */
    Plan withSeatsTaken(Planner planner) {
        Plan plan = current;
        for (int seat : openSeats()) {
            plan = seated(planner, plan, seat).orElse(plan);
        }
        return plan;
    }

    /** Seats without anybody at visits to which somebody goes. */
    private List<Integer> openSeats() {
        return IntStream.rangeClosed(1, tasks.size()).filter(id -> task(id).visit().isPresent() && task(id).lane().isEmpty())
                .filter(id -> seatsOf(id).stream().anyMatch(seat -> task(seat).lane().isPresent())).boxed().toList();
    }

    /** A plan with somebody for each seat of that visit that is open in it. */
    Optional<Plan> filled(Planner planner, Plan plan, int task) {
        Optional<Plan> filled = Optional.of(plan);
        for (int seat : seatsOf(task)) {
            boolean open = plan.routes().stream().flatMap(route -> route.stops().stream()).noneMatch(stop -> stop.visit() == seat);
            filled = open ? filled.flatMap(known -> seated(planner, known, seat)) : filled;
        }
        return filled;
    }

    private static Optional<Plan> seated(Planner planner, Plan plan, int seat) {
        return planner.candidates(plan, seat).stream().findFirst().filter(Candidate::possible).map(best -> with(plan, seat, best));
    }

    /** A plan with a visit where a candidate would make it. */
    static Plan with(Plan plan, int visit, Candidate candidate) {
        return new Plan(plan.routes().stream().map(route -> {
            if (route.engineer() != candidate.engineer()) {
                return route;
            }
            List<Plan.Stop> stops = new ArrayList<>(route.stops());
            stops.add(candidate.position(), new Plan.Stop(visit, candidate.start(), candidate.start(), false));
            return new Plan.Route(route.engineer(), stops, route.back());
        }).toList(), plan.unassigned().stream().filter(other -> other != visit).toList());
    }

    /** The plan in force without anybody for that visit. */
    Plan currentWithout(int task) {
        Plan plan = without(current, seatsOf(task));
        return new Plan(plan.routes(), Stream.concat(plan.unassigned().stream(), seatsOf(task).stream()).distinct().toList());
    }

    /** The same with one visit wanted at that time and no other; it has nobody yet. */
    public EngineDay wanting(WorkOrderId order, Instant startsAt) {
        List<Task> changed = new ArrayList<>(tasks);
        idOf(order).stream().flatMap(id -> seatsOf(id).stream().mapToInt(Integer::intValue))
                .forEach(id -> changed.set(id - 1, task(id).beginningAt(Seconds.of(startsAt, material.area().period()))));
        return new EngineDay(material, lanes, changed, Set.of());
    }

    private Plan planInForce() {
        List<Plan.Route> routes = new ArrayList<>();
        for (int lane = 1; lane <= lanes.size(); lane++) {
            int of = lane;
            routes.add(new Plan.Route(lane, IntStream.rangeClosed(1, tasks.size())
                    .filter(id -> task(id).lane().isPresent() && task(id).lane().getAsInt() == of).boxed()
                    .sorted(Comparator.comparing((Integer id) -> task(id).commitment() != Commitment.UNDER_WAY).thenComparing(id -> task(id).start()))
                    .map(id -> new Plan.Stop(id, task(id).start(), task(id).start() + task(id).service(), false)).toList(), 0));
        }
        return new Plan(routes, IntStream.rangeClosed(1, tasks.size()).filter(id -> task(id).lane().isEmpty()).boxed().toList());
    }

    private ServiceDay serviceDay() {
        List<org.firstfix.routing.plan.Engineer> engineers = new ArrayList<>();
        for (int id = 1; id <= lanes.size(); id++) {
            engineers.add(lane(id).toEngine(id, places, this));
        }
        List<org.firstfix.routing.plan.Visit> visits = new ArrayList<>();
        for (int id = 1; id <= tasks.size(); id++) {
            visits.add(task(id).toEngine(id, places, preferredLanes(task(id)), stays.contains(id), material));
        }
        List<Rule> rules = new ArrayList<>(Rules.standard(material.policy().weights()));
        rules.add(new AwaitedPart(tasksWhere(task -> task.job().order().status() == WorkOrderStatus.WAITING_FOR_PART)));
        rules.add(new StandbyForUrgentWork(lanesWhere(Lane::standby), tasksWhere(task -> !task.isUrgent())));
        material.policy().reserve().ifPresent(reserve -> rules.add(EmergencyReserve.of(reserve, material, lanes, tasks)));
        return new ServiceDay(places.size(), engineers, visits, depot(), places.travel(), rules, links());
    }

    /** The seats of a visit begin together, each with somebody else. At the site nobody goes away any more, and who is not of the area does not either. */
    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (int id = 1; id <= tasks.size(); id++) {
            int one = id;
            if (task(id).commitment() != Commitment.UNDER_WAY && task(id).visit().map(visit -> isOurs(visit, area)).orElse(true)) {
                seatsOf(id).stream().filter(other -> other > one).forEach(other -> links.add(Link.crew(one, other)));
            }
        }
        return links;
    }

    /** Whether a plan of this day may change the visit of that task. */
    boolean mayChange(int task) {
        return seatsOf(task).size() == task(task).seat().of() && task(task).visit().map(visit -> isOurs(visit, area)).orElse(true);
    }

    /** All tasks of the visit that this is a seat of, itself among them. */
    List<Integer> seatsOf(int task) {
        return seats.get(task(task).seat().visit());
    }

    /** Time at the counter costs what time on the road does. */
    private ServiceDay.@Nullable Depot depot() {
        return material.supplies().workingDay().depot().map(it -> new ServiceDay.Depot(places.of(Optional.of(it.place())), secondsAt(it.opens()),
                secondsAt(it.closes()), it.minutes() * 60,
                Math.ceilDiv(material.policy().travelPerHour() * it.minutes(), 60))).orElse(null);
    }

    /** A time of the clock on that day, in seconds since it began. */
    int secondsAt(LocalTime time) {
        PlanArea area = material.area();
        return Seconds.of(area.day().atTime(time).atZone(area.zone()).toInstant(), area.period());
    }

    /** The customer's own engineer; where he does not work that day, the first of those who stand in that does. */
    private Set<Integer> preferredLanes(Task task) {
        var dedication = material.dedications().get(task.job().order().accountId());
        if (dedication == null) {
            return Set.of();
        }
        return dedication.inTurn().stream().map(engineer -> lanesWhere(lane -> lane.engineer().equals(engineer)))
                .filter(working -> !working.isEmpty()).findFirst().orElse(Set.of());
    }

    /** Who leads if these go. */
    Crew crewOf(Task task, List<Engineer> people) {
        return Crew.of(people, task.visit().map(DayMaterial.Visit::engineer), Optional.ofNullable(material.dedications().get(task.job().order().accountId()))
                .map(DispatchApi.Dedication::inTurn).orElse(List.of()), task.job().order().requiredSkill());
    }

    private Set<Integer> lanesWhere(Predicate<Lane> which) {
        return IntStream.rangeClosed(1, lanes.size()).filter(id -> which.test(lane(id))).boxed().collect(Collectors.toSet());
    }

    private Set<Integer> tasksWhere(Predicate<Task> which) {
        return IntStream.rangeClosed(1, tasks.size()).filter(id -> which.test(task(id))).boxed().collect(Collectors.toSet());
    }

    /** When the first visit begins that somebody is booked for there. */
    OptionalInt firstBooked(int lane) {
        return tasks.stream().filter(task -> task.lane().isPresent() && task.lane().getAsInt() == lane).mapToInt(Task::start).min();
    }

    public DayMaterial material() {
        return material;
    }

    public ServiceDay day() {
        return day;
    }

    /** The appointments as they are, in the order of their times. */
    public Plan current() {
        return current;
    }

    /** Whether anybody works what is left of the day. */
    public boolean hasEngineers() {
        return !lanes.isEmpty();
    }

    public Lane lane(int id) {
        return lanes.get(id - 1);
    }

    public Task task(int id) {
        return tasks.get(id - 1);
    }

    public List<Lane> lanes() {
        return lanes;
    }

    public List<Task> tasks() {
        return tasks;
    }

    public OptionalInt idOf(WorkOrderId order) {
        Integer id = idOfOrder.get(order);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    public Instant at(int seconds) {
        return material.area().period().startsAt().plusSeconds(seconds);
    }

    /** The way to a visit that would stand at that position of a lane, in seconds. */
    public int travelTo(int task, int lane, int position) {
        List<Plan.Stop> stops = current.routes().get(lane - 1).stops().stream().filter(stop -> !seatsOf(task).contains(stop.visit())).toList();
        int from = position == 0 ? places.of(lane(lane).from()) : places.of(task(stops.get(position - 1).visit()).job().site());
        return places.seconds(from, places.of(task(task).job().site()));
    }
}
