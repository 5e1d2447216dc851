package org.firstfix.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.time.DayOfWeek;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.demo.scenery.District;
import org.firstfix.demo.scenery.MachineKind;
import org.firstfix.dispatch.domain.Absence;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.Shift;
import org.firstfix.dispatch.domain.WorkingDay;
import org.firstfix.dispatch.usecase.DedicateEngineer;
import org.firstfix.dispatch.usecase.DefineTerritory;
import org.firstfix.dispatch.usecase.LoadVan;
import org.firstfix.dispatch.usecase.PlanShifts;
import org.firstfix.dispatch.usecase.RecordAbsence;
import org.firstfix.dispatch.usecase.RegisterEngineer;
import org.firstfix.dispatch.usecase.SetWorkingDay;
import org.springframework.stereotype.Component;

/** The engineers as dispatch knows them: what they can do, where they live, when they work and when not. */
@Component
class Crew {
    /** Shifts are on record for so many days before and after today. */
    private static final int DAYS = 14;
    private static final Map<String, String[]> TERRITORIES = Map.of("CENTRE", new String[] {"城中片区", "City centre"},
            "NORTH", new String[] {"城北片区", "North"}, "WEST", new String[] {"城西片区", "West"}, "SOUTH", new String[] {"江南片区", "South of the river"},
            "COUNTY", new String[] {"县市片区", "Counties"}, "NINGBO", new String[] {"宁波片区", "Ningbo"});

    private static final Map<String, Place> DEPOTS = Map.of("hangzhou", new Place(30.2741, 120.1551), "ningbo", new Place(29.8683, 121.5440));
    private static final List<MachineKind.PartKind> VAN_PARTS = List.of(MachineKind.PartKind.MEM, MachineKind.PartKind.HDD, MachineKind.PartKind.FAN,
            MachineKind.PartKind.PSU, MachineKind.PartKind.RBAT, MachineKind.PartKind.NIC);
    private static final double COMMON = 9;

    private final Stage stage;
    private final House house;
    private final DispatchTools tools;
    private final Map<Person, District.Place> homes = new HashMap<>();

    Crew(Stage stage, House house, DispatchTools tools) {
        this.stage = stage;
        this.house = house;
        this.tools = tools;
    }

    /** Where an engineer lives, as the house knows it. */
    District.Place homeOf(Person engineer) {
        return homes.computeIfAbsent(engineer, somebody -> tools.homes().get(codeOf(somebody)).home()
                .map(home -> new District.Place("", home.latitude(), home.longitude())).orElseThrow());
    }

    /** {@code HZ01} and up, {@code NB01} and up. */
    String codeOf(Person engineer) {
        List<Person> colleagues = house.engineers().stream().filter(person -> person.staff().place().equals(engineer.staff().place())).toList();
        return (engineer.staff().place().equals("ningbo") ? "NB" : "HZ") + "%02d".formatted(colleagues.indexOf(engineer) + 1);
    }

    void hire(Dice dice) {
        TERRITORIES.keySet().stream().sorted().forEach(code -> stage.by(house.manager(), tools.territory(), () -> tools.territory().handle(
                new DefineTerritory.Command(code, name(code, 0), name(code, 1), code.equals("NINGBO") ? "ningbo" : "hangzhou"))));
        for (Person engineer : house.engineers()) {
            String territory = engineer.staff().territory();
            District.Place home = dice.oneOf(Arrays.stream(District.values()).filter(district -> district.territory().equals(territory)).toList()).place(dice);
            List<Engineer.Skill> skills = engineer.staff().skills().stream().map(skill -> new Engineer.Skill(skill.substring(0, skill.indexOf(':')),
                    Integer.parseInt(skill.substring(skill.indexOf(':') + 1)), Optional.empty())).toList();
            stage.by(house.manager(), tools.register(), () -> tools.register().handle(new RegisterEngineer.Command(engineer.id(), codeOf(engineer),
                    Optional.of(territory), Optional.of(new Place(home.latitude(), home.longitude())), skills, contractorOf(engineer))));
        }
    }

    /** A repair shop in the counties lends one of its people. */
    private static Optional<Engineer.Contractor> contractorOf(Person engineer) {
        return engineer.staff().userName().equals("luo.gang") ? Optional.of(new Engineer.Contractor("千岛湖万通电脑维修部", 8_000, 6_000)) : Optional.empty();
    }

    private static String name(String territory, int language) {
        return java.util.Objects.requireNonNull(TERRITORIES.get(territory))[language];
    }

    /** The named customers of the dedicated engineer; experienced colleagues stand in, one after the other. */
    void dedicate(List<Customers.Customer> customers) {
        customers.stream().filter(Customers.Customer::dedicated).forEach(customer -> stage.by(house.manager(), tools.dedicate(), () ->
                tools.dedicate().handle(new DedicateEngineer.Command(customer.number(), Optional.of(codeOf(house.dedicatedEngineer())),
                        List.of(codeOf(house.the("chen.jie")), codeOf(house.the("yang.fan")))))));
    }

    /** Where parts are handed out, and the break at noon. */
    void openDepots() {
        WorkingDay.Pause noon = new WorkingDay.Pause(45, LocalTime.of(11, 30), LocalTime.of(13, 0));
        DEPOTS.keySet().stream().sorted().forEach(branch -> stage.by(house.manager(), tools.workingDay(), () -> tools.workingDay().handle(
                new SetWorkingDay.Command(branch, Optional.of(new WorkingDay(Optional.of(new WorkingDay.Depot(DEPOTS.get(branch), LocalTime.of(8, 0),
                        LocalTime.of(18, 0), 10)), Optional.of(noon))), "分公司备件库启用", 0))));
    }

    /** Small parts of what stands most at customers; a mainboard is too large for every van. */
    void loadVans(InstalledBase base, Dice dice) {
        List<MachineKind> common = MachineKind.all().stream().filter(kind -> kind.weight() >= COMMON).toList();
        for (Person engineer : house.engineers()) {
            Map<String, Integer> parts = new TreeMap<>();
            for (int i = 0; i < dice.between(4, 8); i++) {
                MachineKind kind = dice.oneOf(common);
                base.partOf(kind.family(), dice.oneOf(VAN_PARTS)).ifPresent(number -> parts.merge(number, 1, Integer::sum));
            }
            stage.by(house.manager(), tools.loadVan(), () -> tools.loadVan().handle(new LoadVan.Command(codeOf(engineer), parts, 0)));
        }
    }

    /** Shifts two weeks back and two weeks ahead, and who is away meanwhile. What is planned already stays. */
    void planShifts(Roster roster, Instant today, LocalDate plannedUntil) {
        LocalDate day = today.atZone(House.ZONE).toLocalDate();
        LocalDate first = plannedUntil.isBefore(day.minusDays(DAYS)) ? day.minusDays(DAYS) : plannedUntil;
        LocalDate last = day.plusDays(DAYS);
        if (first.isAfter(last)) {
            return;
        }
        for (Person engineer : roster.engineers()) {
            plan(engineer, first, last, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Roster.MORNING, Roster.EVENING, Shift.Kind.NORMAL);
            for (LocalDate on = first; !on.isAfter(last); on = on.plusDays(1)) {
                LocalDate night = on;
                roster.shiftsOn(engineer, on).stream().filter(Roster::isStandby).forEach(shift -> plan(engineer, night, night,
                        EnumSet.of(night.getDayOfWeek()), shift.from().atZone(House.ZONE).toLocalTime(), Roster.MORNING, Shift.Kind.STANDBY));
            }
        }
    }

    private void plan(Person engineer, LocalDate from, LocalDate until, EnumSet<DayOfWeek> days, LocalTime starts, LocalTime ends, Shift.Kind kind) {
        Person planner = house.manager();
        stage.by(planner, tools.shifts(), () -> tools.shifts().handle(new PlanShifts.Command(codeOf(engineer), from, until, days, starts, ends, kind)));
    }

    /** Leave, illness, training in the days around today. Nobody is booked yet then: it is planned before the days are told. */
    void planAbsences(Roster roster, Dice dice, Instant today) {
        LocalDate day = today.atZone(House.ZONE).toLocalDate();
        List<Person> some = roster.engineers().stream().filter(person -> person.staff().place().equals("hangzhou")).toList();
        int[] offsets = {-9, -4, 1, 3, 8};
        for (int i = 0; i < offsets.length; i++) {
            Person engineer = some.get((i * 7 + (int) (day.toEpochDay() % 5)) % some.size());
            Instant from = day.plusDays(offsets[i]).atTime(Roster.MORNING).atZone(House.ZONE).toInstant();
            Roster.Span span = new Roster.Span(from, from.plus(Duration.ofHours(i == 2 ? 9 : 9 + 24L * dice.between(0, 2))));
            if (engineer.equals(house.dedicatedEngineer()) || engineer.staff().shown() || !roster.isFree(engineer, span)) {
                continue;
            }
            roster.away(engineer, span);
            Absence.Reason reason = dice.oneOf(Absence.Reason.LEAVE, Absence.Reason.TRAINING, Absence.Reason.ILLNESS);
            stage.by(house.manager(), tools.absence(), () -> tools.absence().handle(new RecordAbsence.Command(codeOf(engineer), span.from(), span.to(),
                    reason, reason == Absence.Reason.TRAINING ? "存储产品认证培训" : "")));
        }
    }
}
