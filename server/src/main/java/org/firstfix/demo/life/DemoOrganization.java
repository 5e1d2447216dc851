package org.firstfix.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.firstfix.cases.CaseSummary;
import org.firstfix.demo.DemoDayMade;
import org.firstfix.demo.DemoSettings;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.diagnosis.usecase.Learner;
import org.firstfix.diagnosis.usecase.LearningNight;
import org.firstfix.dispatch.usecase.TravelNight;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.database.Founding;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.usecase.WatchMilestones;
import org.springframework.stereotype.Component;

/**
 * Makes the demo organisation: founds the house, meets its customers, and lets two years pass, each day in a transaction.
 * One for all would grow slower with every row it changes again. A making that was killed is begun anew, see {@link Founding}.
 */
@Component
public class DemoOrganization {
    public static final String PASSWORD = House.PASSWORD;
    private static final int LAST_WEEK = 80;
    /** So many of the last cases show what lies open and which machines there are. */
    private static final int KNOWN = 800;
    /** After a long pause not every day of it is told. */
    private static final int MOST_MISSED = 60;
    /** The demo learns what was found after each such share of its history, and all anew when so many of them are left. */
    private static final double LEARNS_EVERY = 0.04;
    private static final List<Integer> LEARNS_ANEW_BEFORE = List.of(14, 7, 1);
    private static final OrgPath HOUSE = new OrgPath("house");

    private final Work work;
    private final Stage stage;
    private final House house;
    private final Customers customers;
    private final InstalledBase base;
    private final Contracts contracts;
    private final CaseTools desk;
    private final FieldTools field;
    private final Dispatching dispatching;
    private final Crew crew;
    private final Promises promises;
    private final TreeCare trees;
    private final Examinations examinations;
    private final WatchMilestones watchMilestones;
    private final OrganizationApi organization;
    private final DiagnosisApi diagnosis;
    private final LearningNight learningNight;
    private final TravelNight travelNight;
    private final Learner learner;
    private final Memory memory;
    private final Announcements announcements;
    private final org.firstfix.platform.journal.History journal;
    private final Founding founding;
    private final Bookshelf bookshelf;
    private final Weighing weighing;

    DemoOrganization(Work work, Stage stage, House house, Customers customers, InstalledBase base, Contracts contracts, CaseTools desk,
            FieldTools field, Dispatching dispatching, Crew crew, Promises promises, TreeCare trees, Examinations examinations,
            WatchMilestones watchMilestones, OrganizationApi organization, DiagnosisApi diagnosis, LearningNight learningNight, TravelNight travelNight, Learner learner,
            Memory memory, Announcements announcements, org.firstfix.platform.journal.History journal, Founding founding, Bookshelf bookshelf,
            Weighing weighing) {
        this.work = work;
        this.stage = stage;
        this.house = house;
        this.customers = customers;
        this.base = base;
        this.contracts = contracts;
        this.desk = desk;
        this.field = field;
        this.dispatching = dispatching;
        this.crew = crew;
        this.promises = promises;
        this.trees = trees;
        this.examinations = examinations;
        this.watchMilestones = watchMilestones;
        this.organization = organization;
        this.diagnosis = diagnosis;
        this.learningNight = learningNight;
        this.travelNight = travelNight;
        this.learner = learner;
        this.memory = memory;
        this.announcements = announcements;
        this.journal = journal;
        this.founding = founding;
        this.bookshelf = bookshelf;
        this.weighing = weighing;
    }

    /**
     * How far the demo has lived; nothing if it is not made yet.
     *
     * @throws Problem 409 if the database holds another house
     */
    public Optional<Instant> livedUntil() {
        return work.asTheHouse("demo", () -> {
            Optional<Instant> lived = journal.of(List.of(DemoDayMade.SUBJECT), PageRequest.first(1)).items().stream()
                    .map(org.firstfix.platform.journal.History.Entry::occurredAt).findFirst();
            if (lived.isEmpty() && organization.findUnitAt(HOUSE).isPresent()) {
                throw new IllegalStateException("This database holds a house that is not the demo's. Start the demo with another data folder"
                        + " (--data FOLDER), or start this one with: firstfix serve");
            }
            return lived;
        });
    }

    public boolean isYesterday(Instant lived, Instant now) {
        return lived.atZone(House.ZONE).toLocalDate().isBefore(now.atZone(House.ZONE).toLocalDate());
    }

    /** The whole demo: the house, its customers, two years, and today. */
    public void make(DemoSettings settings, Instant until, BiConsumer<Double, String> progress) {
        Instant founded = until.atZone(House.ZONE).minusMonths(settings.months()).minusDays(20).with(LocalTime.of(9, 0)).toInstant();
        founding.begin();
        new Making(settings, founded, until, progress).fromTheBeginning();
        founding.end();
    }

    /** The next day after a pause: what lay open was finished meanwhile, and today is in progress. All of it, or nothing. */
    public void liveOn(DemoSettings settings, Instant lived, Instant until, BiConsumer<Double, String> progress) {
        work.asTheHouse("demo", () -> new Making(settings, lived, until, progress).fromThen());
    }

    private final class Making {
        private final DemoSettings settings;
        private final Instant from;
        private final Instant until;
        private final BiConsumer<Double, String> progress;
        private final Dice dice;
        private final Timeline timeline = new Timeline();

        private Making(DemoSettings settings, Instant from, Instant until, BiConsumer<Double, String> progress) {
            this.settings = settings;
            this.from = from;
            this.until = until;
            this.progress = progress;
            this.dice = new Dice(settings.seed());
        }

        private void fromTheBeginning() {
            progress.accept(0.0, "people");
            List<Customers.Customer> met = new ArrayList<>();
            List<Machine> machines = new ArrayList<>();
            inOneGo(() -> {
                house.found();
                base.fillCatalogue();
                int wanted = settings.scaled(200, 16);
                met.addAll(customers.meet(dice.of("customers"), count -> progress.accept(0.01 + 0.04 * count / wanted, "customers")));
            });
            inOneGo(() -> {
                int size = settings.scaled(2000, 40);
                machines.addAll(base.install(met, dice.of("machines"), from, count -> progress.accept(0.05 + 0.10 * count / size, "machines")));
                planContracts(met, machines);
                crew.hire(dice.of("crew"));
                crew.dedicate(met);
            });
            HouseClock.at(from, learner::catchUp);
            World world = world();
            bookshelf.plan(timeline, from, until);
            int cases = settings.scaled(settings.cases(), 20);
            new History(world, machines, dice.of("history")).plan(cases, from.plus(Duration.ofDays(20)), until);
            // A board of twenty people and a policy that is tried on past days need days as full as they are in life; two years of them would take an hour to make.
            new History(world, machines, dice.of("last week")).plan(settings.scaled(LAST_WEEK, 4), until.minus(Duration.ofDays(8)), until.minus(Duration.ofHours(36)));
            trees.planChanges(timeline, dice.of("trees"), until);
            examinations.plan(timeline, dice.of("examinations"), until);
            live(world, machines, 0.15, LocalDate.EPOCH, true);
        }

        private void inOneGo(Runnable steps) {
            work.asTheHouse("demo", () -> HouseClock.at(from, steps));
        }

        private void fromThen() {
            house.remember();
            bookshelf.remember();
            World world = world();
            Map<CaseSummary, Machine> known = memory.machinesOf(desk.cases().latest(KNOWN));
            dispatching.remember(world.roster());
            goOn(world, known);
            List<Machine> machines = known.values().stream().distinct().toList();
            Instant quiet = until.minus(Duration.ofHours(30));
            if (from.isBefore(quiet) && !machines.isEmpty()) {
                double perDay = settings.scaled(settings.cases(), 20) / (settings.months() * 30.4);
                int missed = (int) Math.min(MOST_MISSED, Math.round(perDay * Duration.between(from, quiet).toHours() / 24));
                new History(world, machines, dice.of("since " + from)).plan(missed, from, quiet);
            }
            live(world, machines, 0, from.atZone(House.ZONE).toLocalDate().plusDays(15), false);
        }

        private World world() {
            return new World(stage, house, timeline, new Roster(house.engineers()), desk, field, dispatching, new PartShelf(base), bookshelf);
        }

        private void live(World world, List<Machine> machines, double begun, LocalDate planned, boolean isMaking) {
            Instant planning = until.minus(Duration.ofDays(13)).isBefore(from) ? from : until.minus(Duration.ofDays(13));
            timeline.at(planning, () -> {
                crew.planShifts(world.roster(), until, planned);
                if (isMaking) {
                    crew.openDepots();
                    crew.loadVans(base, dice.of("vans"));
                }
                crew.planAbsences(world.roster(), dice.of("absences " + until.atZone(House.ZONE).toLocalDate()), until);
            });
            dispatching.learnFrom(planning);
            weighing.plan(timeline, until, isMaking);
            promises.plan(timeline, machines, dice.of("promises " + until.atZone(House.ZONE).toLocalDate()), until);
            new LiveDay(world, machines, dice.of("today " + until.atZone(House.ZONE).toLocalDate()), until).plan();
            trees.planAnswers(timeline, dice.of("checks"), until);
            watchClocks(from);
            double all = Math.max(1, Duration.between(from, until).toSeconds());
            List<Instant> looks = new ArrayList<>();
            for (double share = LEARNS_EVERY; isMaking && share < 1; share += LEARNS_EVERY) {
                looks.add(from.plusSeconds((long) (all * share)));
            }
            timeline.liveUntil(until, day -> {
                work.asTheHouse("demo", day);
                if (!looks.isEmpty() && timeline.now().isAfter(looks.getFirst())) {
                    // All anew a few times; every night of two years would only take long.
                    HouseClock.at(looks.removeFirst(), LEARNS_ANEW_BEFORE.contains(looks.size()) ? this::learnAnew : learner::catchUp);
                }
            }, now -> progress.accept(
                    Math.min(1, begun + (1 - begun) * Duration.between(from, now).toSeconds() / all),
                    "history " + now.atZone(House.ZONE).toLocalDate().toString().substring(0, 7)));
            work.asTheHouse("demo", () -> HouseClock.at(until,
                    () -> announcements.announce(new DemoDayMade(settings.seed(), settings.scale(), HOUSE, until))));
        }

        private void learnAnew() {
            learningNight.pass();
            travelNight.pass();
        }

        private void planContracts(List<Customers.Customer> met, List<Machine> machines) {
            Map<String, List<Machine>> byAccount = new LinkedHashMap<>();
            machines.forEach(machine -> byAccount.computeIfAbsent(machine.site().accountNumber(), key -> new ArrayList<>()).add(machine));
            Dice chances = dice.of("contracts");
            met.forEach(customer -> contracts.plan(customer, byAccount.getOrDefault(customer.number(), List.of()), chances, timeline, from, until));
        }

        /** Milestones run out without anybody doing anything. Each is dated when it ran out, whenever it is looked at. */
        private void watchClocks(Instant last) {
            Instant next = last.plus(last.isBefore(until.minus(Duration.ofDays(2))) ? Duration.ofHours(8) : Duration.ofMinutes(20));
            timeline.at(next.isAfter(until) && last.isBefore(until) ? until : next, () -> {
                watchMilestones.look();
                watchClocks(timeline.now());
            });
        }

        private void goOn(World world, Map<CaseSummary, Machine> known) {
            Dice chances = dice.of("open on " + from);
            Duration gap = Duration.between(from, until);
            Duration pace = gap.dividedBy(24).compareTo(Duration.ofMinutes(40)) < 0 ? gap.dividedBy(24) : Duration.ofMinutes(40);
            known.forEach((left, machine) -> {
                if (Continuation.isDueBy(left, until, dispatching.bookedFor(left.id()))) {
                    Instant at = from.plusSeconds((long) (gap.toSeconds() * chances.between(0.02, 0.5)));
                    new Continuation(world, diagnosis, left, machine, chances.of(left.number()), pace).begin(at);
                }
            });
        }
    }
}
