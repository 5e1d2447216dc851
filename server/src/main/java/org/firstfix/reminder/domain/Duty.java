package org.firstfix.reminder.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.reminder.DutyId;
import org.firstfix.reminder.Moment;
import org.firstfix.reminder.ReminderApi;
import org.firstfix.reminder.domain.Plan.Planned;

/** What somebody has to do by a time, and how far reminding has come. Every change leaves a line in the ledger. */
public final class Duty {
    private final DutyId id;
    private final ReminderApi.Key key;
    private final OrgPath orgPath;
    private Facts facts;
    private Standing standing;
    private final List<DutyEntry> newEntries = new ArrayList<>();

    /** What it is, as the module that entrusted it said. */
    public record Facts(String number, String link, String titleZh, String titleEn, String policyCode, String calendarCode, ZoneId zone,
            boolean urgent, String entrustedBy) {}

    /**
     * @param next none: nothing more comes by itself
     * @param level how often it went up; {@code escalatedTo} the unit that heard last
     * @param round counts the plans that were made
     */
    public record Standing(boolean open, UserId responsible, Instant arrivedAt, Instant dueAt, Optional<Acknowledged> acknowledged,
            Optional<Instant> snoozedUntil, Optional<Planned> next, int round, int level, Optional<OrgPath> escalatedTo, int version) {}

    public record Acknowledged(Instant at, String by) {}

    public Duty(DutyId id, ReminderApi.Key key, OrgPath orgPath, Facts facts, Standing standing) {
        this.id = id;
        this.key = key;
        this.orgPath = orgPath;
        this.facts = facts;
        this.standing = standing;
    }

    public static Duty entrusted(DutyId id, ReminderApi.Key key, OrgPath orgPath, Facts facts, UserId responsible, Instant dueAt, Plan plan,
            boolean isNews, Instant now) {
        Duty duty = new Duty(id, key, orgPath, facts, new Standing(true, responsible, now, dueAt, Optional.empty(), Optional.empty(),
                plan.first(now, dueAt, isNews), 1, 0, Optional.empty(), 0));
        duty.note(DutyEntry.Kind.SCHEDULED, Optional.empty(), now, "", List.of(responsible), Map.of("dueAt", dueAt.toString()));
        return duty;
    }

    public DutyId id() {
        return id;
    }

    public ReminderApi.Key key() {
        return key;
    }

    public OrgPath orgPath() {
        return orgPath;
    }

    public Facts facts() {
        return facts;
    }

    public Standing standing() {
        return standing;
    }

    public List<DutyEntry> newEntries() {
        return List.copyOf(newEntries);
    }

    public boolean isDue(Instant now) {
        return standing.open() && standing.next().filter(next -> !next.at().isAfter(now)).isPresent();
    }

    /** It comes back after it was over: everything begins anew. */
    public void again(Facts newFacts, UserId responsible, Instant dueAt, Plan plan, boolean isNews, Instant now) {
        facts = newFacts;
        plan(true, responsible, now, dueAt, plan.first(now, dueAt, isNews));
        note(DutyEntry.Kind.SCHEDULED, Optional.empty(), now, "", List.of(responsible), Map.of("dueAt", dueAt.toString()));
    }

    /** Another time or person; nothing changes if both are as they were. A new person is told that it has arrived. */
    public boolean move(UserId responsible, Instant dueAt, String reason, Plan plan, boolean isNews, Instant now) {
        boolean samePerson = responsible.equals(standing.responsible());
        if (!standing.open() || samePerson && dueAt.equals(standing.dueAt())) {
            return false;
        }
        Instant arrivedAt = samePerson ? standing.arrivedAt() : now;
        plan(true, responsible, arrivedAt, dueAt, samePerson ? plan.afterArrival(arrivedAt, now, dueAt) : plan.first(now, dueAt, isNews));
        note(DutyEntry.Kind.MOVED, Optional.empty(), now, reason, List.of(responsible), Map.of("dueAt", dueAt.toString()));
        return true;
    }

    /** The responsible person was told; before the end they have to say again that they know. */
    public void reminded(Plan plan, Instant now, List<Told> told) {
        Planned moment = planned();
        boolean arrival = moment.moment() == Moment.ARRIVAL;
        Optional<Planned> next = arrival ? plan.afterArrival(standing.arrivedAt(), now, standing.dueAt()) : plan.firstEscalation(now, standing.dueAt());
        note(DutyEntry.Kind.REMINDED, Optional.of(moment.moment()), now, "", people(told), details(moment, told, now));
        standing = new Standing(true, standing.responsible(), standing.arrivedAt(), standing.dueAt(),
                arrival ? standing.acknowledged() : Optional.empty(), Optional.empty(), next, standing.round(),
                standing.level(), standing.escalatedTo(), standing.version());
    }

    /** @param unit that was told; none where nobody is above: the responsible person hears it once more */
    public void escalated(Plan plan, Instant now, Optional<OrgPath> unit, List<Told> told) {
        Planned moment = planned();
        Instant heardAt = told.stream().map(Told::at).max(Instant::compareTo).orElse(now);
        standing = new Standing(true, standing.responsible(), standing.arrivedAt(), standing.dueAt(), Optional.empty(), Optional.empty(),
                Optional.of(plan.nextEscalation(moment.at(), now, heardAt)), standing.round(), standing.level() + 1,
                unit.or(standing::escalatedTo), standing.version());
        Map<String, String> details = new LinkedHashMap<>(details(moment, told, now));
        unit.ifPresent(path -> details.put("unit", path.value()));
        note(DutyEntry.Kind.ESCALATED, Optional.of(Moment.ESCALATION), now, "", people(told), details);
    }

    /** @param at when they hear it, later than the moment where it is quiet */
    public record Told(UserId user, Instant at) {}

    /** Whoever was told knows: it climbs no further. The reminder before the end still comes. */
    public boolean acknowledge(String by, String reason, Plan plan, Instant now) {
        mustBeOpen();
        if (standing.acknowledged().isPresent()) {
            return false;
        }
        Optional<Planned> next = standing.next().filter(planned -> planned.moment() == Moment.ARRIVAL).isPresent()
                ? plan.afterArrival(standing.arrivedAt(), now, standing.dueAt()) : standing.next();
        standing = new Standing(true, standing.responsible(), standing.arrivedAt(), standing.dueAt(), Optional.of(new Acknowledged(now, by)),
                standing.snoozedUntil(), next.filter(planned -> planned.moment() != Moment.ESCALATION), standing.round(), standing.level(),
                standing.escalatedTo(), standing.version());
        note(DutyEntry.Kind.ACKNOWLEDGED, Optional.empty(), now, reason, List.of(), Map.of());
        return true;
    }

    public void snooze(Instant until, String reason, Instant now) {
        mustBeOpen();
        snoozeEndsBeforeItIsDue(until, now);
        standing = new Standing(true, standing.responsible(), standing.arrivedAt(), standing.dueAt(), standing.acknowledged(), Optional.of(until),
                Optional.of(new Planned(Moment.BEFORE_DUE, until)), standing.round() + 1, standing.level(), standing.escalatedTo(), standing.version());
        note(DutyEntry.Kind.SNOOZED, Optional.empty(), now, reason, List.of(), Map.of("until", until.toString()));
    }

    private void snoozeEndsBeforeItIsDue(Instant until, Instant now) {
        if (!until.isAfter(now)) {
            throw Problem.invalidField("until", "reminder.snooze-in-the-past", Map.of());
        }
        if (until.isAfter(standing.dueAt())) {
            throw Problem.invalidField("until", "reminder.snooze-past-due", Map.of("dueAt", standing.dueAt().toString()));
        }
    }

    /** Somebody else is to do it, by the same time. */
    public void delegate(UserId to, String reason, Plan plan, Instant now) {
        mustBeOpen();
        if (to.equals(standing.responsible())) {
            throw Problem.invalidField("to", "reminder.delegate-to-the-same", Map.of());
        }
        plan(true, to, now, standing.dueAt(), plan.first(now, standing.dueAt(), true));
        note(DutyEntry.Kind.DELEGATED, Optional.empty(), now, reason, List.of(to), Map.of());
    }

    public boolean withdraw(String reason, Instant now) {
        if (!standing.open()) {
            return false;
        }
        plan(false, standing.responsible(), standing.arrivedAt(), standing.dueAt(), Optional.empty());
        note(DutyEntry.Kind.WITHDRAWN, Optional.empty(), now, reason, List.of(), Map.of());
        return true;
    }

    /** Which acts are open to somebody: who has it may do all, who was told of it may say that they know. */
    public List<String> actions(UserId user, boolean wasTold, Instant now) {
        List<String> actions = new ArrayList<>();
        boolean mine = user.equals(standing.responsible());
        if (standing.open() && standing.acknowledged().isEmpty() && (mine || wasTold)) {
            actions.add("acknowledge");
        }
        if (standing.open() && mine && standing.dueAt().isAfter(now)) {
            actions.add("snooze");
        }
        if (standing.open() && (mine || wasTold)) {
            actions.add("delegate");
        }
        return List.copyOf(actions);
    }

    private void mustBeOpen() {
        if (!standing.open()) {
            throw Problem.conflict("reminder.over", Map.of("number", facts.number()));
        }
    }

    private void plan(boolean open, UserId responsible, Instant arrivedAt, Instant dueAt, Optional<Planned> next) {
        standing = new Standing(open, responsible, arrivedAt, dueAt, Optional.empty(), Optional.empty(), next, standing.round() + 1, 0,
                Optional.empty(), standing.version());
    }

    private Planned planned() {
        return standing.next().orElseThrow(() -> new IllegalStateException("Nothing is planned for duty " + id.value()));
    }

    private void note(DutyEntry.Kind kind, Optional<Moment> moment, Instant now, String reason, List<UserId> people, Map<String, String> details) {
        newEntries.add(new DutyEntry(kind, moment, now, reason, people, details));
    }

    private static List<UserId> people(List<Told> told) {
        return told.stream().map(Told::user).toList();
    }

    /** Held back is what is heard later than it is found; that it is found a little after its moment is no matter. */
    private static Map<String, String> details(Planned moment, List<Told> told, Instant now) {
        Instant last = told.stream().map(Told::at).max(Instant::compareTo).orElse(now);
        return last.isAfter(now) ? Map.of("plannedAt", moment.at().toString(), "heardAt", last.toString())
                : Map.of("plannedAt", moment.at().toString());
    }
}
