package org.firstfix.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.firstfix.cases.usecase.AnswerCall;
import org.firstfix.cases.usecase.RecordCallEvent;
import org.firstfix.contract.Entitlement;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.workorder.domain.VisitOutcome;

/**
 * The day that is in progress when the demo opens: something of everything that a day can hold, whatever the hour. At
 * night it is the round-the-clock customers who call, and tomorrow is booked.
 */
final class LiveDay {
    private final World world;
    private final List<Machine> machines;
    private final Dice dice;
    private final Instant now;
    private final Set<Machine> taken = new HashSet<>();
    private int stories;

    LiveDay(World world, List<Machine> machines, Dice dice, Instant now) {
        this.world = world;
        this.machines = machines;
        this.dice = dice;
        this.now = now;
    }

    /** Planned a day and a half before, when the contracts of today are known. */
    void plan() {
        world.timeline().at(now.minus(Duration.ofHours(36)), this::tell);
    }

    private void tell() {
        atSites();
        underWay();
        waiting();
        onTheDesk();
        callBacks();
        ordinary();
        calls();
    }

    private void atSites() {
        story(round("7x24x4"), 190, Plot.visitAt(ago(50)).taking(Duration.ofMinutes(140)).with("storage.disk-amber"));
        story(round("7x24x8"), 260, Plot.visitAt(ago(35)).taking(Duration.ofMinutes(120)).needingTwo());
        story(round("7x24x4"), 250, Plot.visitAt(ago(85)).taking(Duration.ofMinutes(230)).underWatch().with("power.no-display"));
        story(in("ningbo"), 230, Plot.visitAt(ago(20)).taking(Duration.ofMinutes(90)));
    }

    private void underWay() {
        story(round("7x24x8"), 130, Plot.visitAt(in(10)));
        story(round("7x24x4"), 105, Plot.visitAt(in(16)).urgently());
        story(round("7x24x8"), 150, Plot.visitAt(in(150)).needingTwo());
        story(round("7x24x8"), 95, Plot.visitAt(in(300)));
        // Somebody is late: it was due an hour ago, and he is booked for soon.
        story(round("7x24x4"), 320, Plot.visitAt(in(35)).urgently().with("power.no-power"));
        story(round("5x9"), 400, Plot.visitAt(Roster.inWorkingHours(in(9 * 60))));
        story(round("5x9"), 700, Plot.visitAt(Roster.inWorkingHours(in(14 * 60))).needingTwo());
        story(round("5x9"), 1200, Plot.visitAt(Roster.inWorkingHours(in(30 * 60))));
    }

    private void waiting() {
        story(round("7x24x8"), 1290, Plot.visitAt(ago(1080)).ending(VisitOutcome.PART_MISSING).with("memory.error"));
        story(round("7x24x8"), 700, Plot.visitAt(ago(480)).ending(VisitOutcome.PART_DEAD_ON_ARRIVAL).with("storage.disk-amber"));
        story(round("7x24x8"), 420, Plot.restingAt(Plot.Rest.WAITING_FOR_CUSTOMER));
        story(round("5x9"), 1000, Plot.restingAt(Plot.Rest.WAITING_FOR_CUSTOMER));
        story(round("7x24x4"), 600, Plot.visitAt(ago(400)).ending(VisitOutcome.CUSTOMER_NOT_READY));
        story(round("7x24x8"), 520, Plot.visitAt(ago(300)).ending(VisitOutcome.WRONG_PREDICTION).with("power.no-display"));
    }

    private void onTheDesk() {
        // Nobody is sent yet although the time runs: due at the site within the hour.
        story(round("7x24x4"), 185, Plot.restingAt(Plot.Rest.RELEASED).urgently().with("system.blue-screen"));
        story(round("7x24x4"), 165, Plot.restingAt(Plot.Rest.RELEASED).urgently().with("power.no-display"));
        story(round("7x24x8"), 200, Plot.restingAt(Plot.Rest.RELEASED).needingTwo());
        story(anybody(), 120, Plot.restingAt(Plot.Rest.RELEASED).needingTwo());
        story(in("ningbo"), 75, Plot.restingAt(Plot.Rest.RELEASED));
        story(round("7x24x8"), 48, Plot.restingAt(Plot.Rest.DIAGNOSED));
        story(dedicated(), 40, Plot.restingAt(Plot.Rest.DIAGNOSED));
        story(round("7x24x4"), 26, Plot.restingAt(Plot.Rest.RESPONDED).urgently());
        story(anybody(), 33, Plot.restingAt(Plot.Rest.RESPONDED));
        story(round("7x24x8"), 17, Plot.restingAt(Plot.Rest.RESPONDED));
        story(anybody(), 12, Plot.restingAt(Plot.Rest.NEW));
        story(round("7x24x4"), 6, Plot.restingAt(Plot.Rest.NEW).urgently());
        story(in("ningbo"), 9, Plot.restingAt(Plot.Rest.NEW));
    }

    private void callBacks() {
        story(round("7x24x8"), 1200, Plot.visitAt(ago(960)));
        story(round("7x24x4"), 1500, Plot.visitAt(ago(1300)));
        story(round("7x24x8"), 290, Plot.restingAt(Plot.Rest.REMOTE).with("system.restart"));
        story(anybody(), 1700, Plot.visitAt(Roster.inWorkingHours(ago(1500))));
    }

    /** What else comes on a working day, as chance wants it. */
    private void ordinary() {
        for (int i = 0; i < 14; i++) {
            Instant at = ago(dice.between(20, 600));
            LocalTime hour = at.atZone(House.ZONE).toLocalTime();
            if (Roster.worksOn(at.atZone(House.ZONE).toLocalDate()) && hour.isAfter(LocalTime.of(8, 0)) && hour.isBefore(LocalTime.of(18, 0))) {
                begin(dice.oneOf(machines), at, Plot.CHANCE);
            }
        }
    }

    private void calls() {
        call("1", 41, 6, Optional.of(38));
        call("2", 14, 4, Optional.empty());
        ring("3", 1);
        world.timeline().at(now.minusSeconds(8), () -> record(RecordCallEvent.Event.RINGING, "4"));
    }

    private void call(String name, int minutesAgo, int lasts, Optional<Integer> answered) {
        world.timeline().at(ago(minutesAgo), () -> {
            UUID call = record(RecordCallEvent.Event.RINGING, name);
            if (answered.isPresent()) {
                AnswerCall answer = world.desk().answerCall();
                world.stage().by(agent(), answer, () -> answer.handle(new AnswerCall.Command(call)));
            }
        });
        world.timeline().at(ago(minutesAgo - lasts), () -> record(RecordCallEvent.Event.ENDED, name));
    }

    private void ring(String name, int minutesAgo) {
        world.timeline().at(ago(minutesAgo), () -> record(RecordCallEvent.Event.RINGING, name));
    }

    private Person agent() {
        return world.house().the("xu.jing");
    }

    private UUID record(RecordCallEvent.Event event, String name) {
        RecordCallEvent record = world.desk().recordCall();
        Machine caller = machines.get(Math.floorMod(name.hashCode() * 37 + (int) now.getEpochSecond() / 86_400, machines.size()));
        return world.stage().by(agent(), record, () -> record.handle(new RecordCallEvent.Command(event, "demo-" + now.getEpochSecond() + "-" + name,
                caller.site().contacts().getFirst().phone(), "hangzhou", Optional.empty())));
    }

    private Instant ago(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    private Instant in(int minutes) {
        return now.plus(Duration.ofMinutes(minutes));
    }

    private void story(Predicate<Machine> wanted, int minutesAgo, Plot plot) {
        List<Machine> some = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Machine machine = dice.oneOf(machines);
            boolean fits = !taken.contains(machine) && (plot.symptom().isEmpty() || machine.category().equals("SERVER")) && wanted.test(machine);
            if (fits) {
                some.add(machine);
                break;
            }
        }
        some.forEach(machine -> begin(machine, ago(minutesAgo), plot));
    }

    private void begin(Machine machine, Instant at, Plot plot) {
        taken.add(machine);
        new CaseStory(world, machine, plot, dice.of("today " + stories++)).begin(at.plusSeconds(dice.between(0, 50)));
    }

    private Predicate<Machine> round(String coverage) {
        return machine -> machine.site().branch().equals("hangzhou") && !machine.site().dedicated()
                && coverageOf(machine).filter(coverage::equals).isPresent();
    }

    private Predicate<Machine> anybody() {
        return machine -> machine.site().branch().equals("hangzhou") && !machine.site().dedicated() && coverageOf(machine).isPresent();
    }

    private Predicate<Machine> in(String branch) {
        return machine -> machine.site().branch().equals(branch) && coverageOf(machine).isPresent();
    }

    private static Predicate<Machine> dedicated() {
        return machine -> machine.site().dedicated();
    }

    private Optional<String> coverageOf(Machine machine) {
        Entitlement entitlement = world.desk().entitlements().entitlementOf(machine.site().account(), machine.site().id(),
                Optional.of(machine.id()), now);
        return entitlement.covered() ? entitlement.coverageCode() : Optional.empty();
    }
}
