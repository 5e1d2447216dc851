package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.firstfix.dispatch.AppointmentId;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;

/** One visit at one site at one time, by an engineer or by several of whom one leads. When something happened and when it was recorded are kept apart: the journal has both. */
public final class Appointment {
    /** Which step may follow which; an engineer without network may skip some. */
    public static final Map<AppointmentStatus, Set<AppointmentStatus>> STEPS = steps();

    /** What does not change. */
    public record Facts(AppointmentId id, String number, WorkOrderId workOrderId, String bookedBy, Instant bookedAt) {}

    /**
     * What a dispatcher may change.
     *
     * @param engineerId who leads
     * @param crew who else comes along; the order says nothing
     * @param overlap the policy it was booked under
     */
    public record Plan(PersonId engineerId, List<PersonId> crew, Period period, OverlapPolicy overlap, OrgPath orgPath) {
        public Plan {
            crew = sorted(crew);
            if (crew.contains(engineerId) || crew.stream().distinct().count() < crew.size()) {
                throw new IllegalArgumentException("Nobody takes two seats of a visit.");
            }
        }

        /** The lead first. */
        public List<PersonId> people() {
            return leadFirst(engineerId, crew);
        }
    }

    static List<PersonId> leadFirst(PersonId lead, List<PersonId> crew) {
        return Stream.concat(Stream.of(lead), crew.stream()).toList();
    }

    /** So that the same people are equal. */
    static List<PersonId> sorted(List<PersonId> people) {
        return people.stream().sorted(Comparator.comparing(PersonId::value)).toList();
    }

    /** What happened on the way; times are those of the event. */
    public record Course(Optional<Instant> acceptedAt, Optional<Instant> travellingAt, Optional<Instant> arrivedAt,
            Optional<Place> arrivedWhere, Optional<Instant> doneAt, String cancelReason) {
        public static final Course NONE = new Course(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), "");
    }

    /** No visit is booked for longer, so whoever looks for those of a moment need not look further back. */
    public static final Duration LONGEST = Duration.ofHours(72);

    private final Facts facts;
    private final int version;
    private final Plan planBefore;
    private Plan plan;
    private Course course;
    private Optional<Pin> pin;
    private AppointmentStatus status;

    /** As storage found it. */
    public Appointment(Facts facts, Plan plan, Course course, Optional<Pin> pin, AppointmentStatus status, int version) {
        this.facts = facts;
        this.plan = plan;
        this.planBefore = plan;
        this.course = course;
        this.pin = pin;
        this.status = status;
        this.version = version;
    }

    public static Appointment booked(Facts facts, Plan plan) {
        return new Appointment(facts, plan, Course.NONE, Optional.empty(), AppointmentStatus.BOOKED, 0);
    }

    private static Map<AppointmentStatus, Set<AppointmentStatus>> steps() {
        Map<AppointmentStatus, Set<AppointmentStatus>> steps = new EnumMap<>(AppointmentStatus.class);
        for (AppointmentStatus from : AppointmentStatus.values()) {
            steps.put(from, switch (from) {
                case BOOKED -> EnumSet.of(AppointmentStatus.ACCEPTED, AppointmentStatus.TRAVELLING, AppointmentStatus.ON_SITE,
                        AppointmentStatus.CANCELLED);
                case ACCEPTED -> EnumSet.of(AppointmentStatus.BOOKED, AppointmentStatus.TRAVELLING, AppointmentStatus.ON_SITE,
                        AppointmentStatus.CANCELLED);
                case TRAVELLING -> EnumSet.of(AppointmentStatus.BOOKED, AppointmentStatus.ON_SITE, AppointmentStatus.CANCELLED);
                case ON_SITE -> EnumSet.of(AppointmentStatus.DONE, AppointmentStatus.CANCELLED);
                case DONE, CANCELLED -> EnumSet.noneOf(AppointmentStatus.class);
            });
        }
        return Map.copyOf(steps);
    }

    private void step(AppointmentStatus next) {
        if (!STEPS.get(status).contains(next)) {
            throw Problem.conflict("dispatch.step-not-possible",
                    Map.of("number", facts.number(), "status", status.name(), "next", next.name()));
        }
        status = next;
    }

    public void accept(Instant at) {
        step(AppointmentStatus.ACCEPTED);
        course = new Course(Optional.of(at), course.travellingAt(), course.arrivedAt(), course.arrivedWhere(), course.doneAt(), "");
    }

    public void travel(Instant at) {
        step(AppointmentStatus.TRAVELLING);
        course = new Course(course.acceptedAt(), Optional.of(at), course.arrivedAt(), course.arrivedWhere(), course.doneAt(), "");
    }

    /** @throws Problem 400 if it lies before the departure */
    public void arrive(Instant at, Optional<Place> where) {
        course.travellingAt().filter(at::isBefore).ifPresent(left -> {
            throw Problem.invalidField("at", "dispatch.arrived-before-leaving", Map.of("travellingAt", left.toString()));
        });
        step(AppointmentStatus.ON_SITE);
        course = new Course(course.acceptedAt(), course.travellingAt(), Optional.of(at), where, course.doneAt(), "");
    }

    /** The visit is over, however it ended. */
    public void done(Instant at) {
        step(AppointmentStatus.DONE);
        course = new Course(course.acceptedAt(), course.travellingAt(), course.arrivedAt(), course.arrivedWhere(), Optional.of(at), "");
    }

    /** Another engineer or time: it has to be accepted anew. Who is there cannot be moved. */
    public void move(Plan other) {
        if (status != AppointmentStatus.BOOKED) {
            step(AppointmentStatus.BOOKED);
        }
        plan = other;
        course = Course.NONE;
    }

    /** A person decides that engineer or time stay, or takes that back. What is over needs no pin. */
    public void pin(Optional<Pin> decided) {
        if (!isCurrent()) {
            throw Problem.conflict("dispatch.nothing-to-pin", Map.of("number", facts.number(), "status", status.name()));
        }
        pin = decided;
    }

    /** A dispatcher takes it back; who is at the site already stays booked. */
    public void cancel(String reason) {
        if (status == AppointmentStatus.ON_SITE) {
            throw Problem.conflict("dispatch.already-on-site", Map.of("number", facts.number()));
        }
        withdraw(reason);
    }

    /** The work itself is not wanted any more. */
    public void withdraw(String reason) {
        step(AppointmentStatus.CANCELLED);
        course = new Course(course.acceptedAt(), course.travellingAt(), course.arrivedAt(), course.arrivedWhere(), course.doneAt(), reason);
    }

    /** For storage: whether it has another engineer or time than when it was read, which somebody else may have taken. */
    public boolean isMoved() {
        return !plan.equals(planBefore);
    }

    public boolean may(AppointmentStatus next) {
        return STEPS.get(status).contains(next);
    }

    public boolean isCurrent() {
        return !STEPS.get(status).isEmpty();
    }

    public Facts facts() {
        return facts;
    }

    public Plan plan() {
        return plan;
    }

    public Course course() {
        return course;
    }

    public Optional<Pin> pin() {
        return pin;
    }

    public AppointmentStatus status() {
        return status;
    }

    public int version() {
        return version;
    }
}
