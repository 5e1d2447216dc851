package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.platform.identity.PersonId;

/** The working time that is left, and which visit belongs to which part of it. Filled visit by visit while a day is built. */
final class Lanes {
    private final DayMaterial material;
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<PersonId, Engineer> people = new HashMap<>();

    Lanes(DayMaterial material) {
        this.material = material;
        Period day = material.area().period();
        for (DayMaterial.Diary diary : material.engineers()) {
            people.put(diary.engineer().id(), diary.engineer());
            if (!diary.engineer().active()) {
                continue;
            }
            for (Stretch stretch : Stretch.of(diary, day, material.policy().overtimeMinutes())) {
                if (stretch.period().endsAt().isAfter(material.now())) {
                    lanes.add(new Lane(diary.engineer(), stretch, LegalRest.of(diary.around(), day, stretch.period(), material.policy().legalRestHours()),
                            whereFreeNow(stretch).or(diary.engineer()::home),
                            Seconds.onGrid(Seconds.later(stretch.period().startsAt(), material.now()), day),
                            Seconds.of(stretch.period().endsAt(), day)));
                }
            }
        }
    }

    /** In a day under way: the last site where work was done in that time. */
    private Optional<Place> whereFreeNow(Stretch stretch) {
        return material.visits().stream().filter(visit -> visit.status() == AppointmentStatus.DONE && visit.people().contains(stretch.engineer()))
                .filter(visit -> visit.doneAt().filter(at -> !at.isBefore(stretch.period().startsAt()) && !at.isAfter(material.now())).isPresent())
                .max(Comparator.comparing(visit -> visit.doneAt().orElseThrow())).flatMap(visit -> visit.job().site());
    }

    /** The lane of somebody for a visit: the nearest of his; one of its own where he does not work at all. @return its id */
    int take(PersonId person, DayMaterial.Visit visit, Commitment commitment) {
        int nearest = -1;
        Duration least = Duration.ofDays(1_000);
        for (int i = 0; i < lanes.size(); i++) {
            Duration distance = lanes.get(i).stretch().distanceTo(visit.period().startsAt());
            if (lanes.get(i).engineer().equals(person) && distance.compareTo(least) < 0) {
                nearest = i;
                least = distance;
            }
        }
        if (nearest < 0) {
            lanes.add(ofItsOwn(person, visit));
            nearest = lanes.size() - 1;
        }
        lanes.set(nearest, openedFor(visit, commitment, lanes.get(nearest)));
        return nearest + 1;
    }

    /** The lane in which somebody works then; none where the working time has ended or was taken away. */
    OptionalInt covering(PersonId engineer, Period period) {
        return IntStream.range(0, lanes.size())
                .filter(i -> lanes.get(i).engineer().equals(engineer) && !lanes.get(i).stretch().distanceTo(period.startsAt()).isPositive())
                .map(i -> i + 1).findFirst();
    }

    private Lane ofItsOwn(PersonId id, DayMaterial.Visit visit) {
        Engineer person = people.get(id);
        int begins = Seconds.onGrid(Seconds.later(visit.period().startsAt(), material.now()), material.area().period());
        Stretch stretch = new Stretch(person.id(), visit.period(), Duration.ZERO, false);
        return new Lane(person, stretch, LegalRest.NONE, visit.job().site(), begins, begins);
    }

    /** Who works somewhere begins there; who is booked before his shift begins then. */
    private Lane openedFor(DayMaterial.Visit visit, Commitment commitment, Lane lane) {
        Period day = material.area().period();
        if (commitment == Commitment.UNDER_WAY) {
            Instant arrived = visit.arrivedAt().orElse(visit.period().startsAt());
            return new Lane(lane.person(), lane.stretch(), lane.rest(), visit.job().site(), Seconds.of(arrived, day), lane.ends());
        }
        int start = Seconds.onGrid(Seconds.later(visit.period().startsAt(), material.now()), day);
        return new Lane(lane.person(), lane.stretch(), lane.rest(), lane.from(), Math.min(lane.begins(), start), lane.ends());
    }

    List<Lane> all() {
        return List.copyOf(lanes);
    }
}
