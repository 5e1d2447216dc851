package org.firstfix.dispatch.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.routing.plan.Terms;
import org.firstfix.routing.plan.Visit;

/**
 * A {@link Stretch} as what is left of it: from when and where its engineer is free.
 *
 * @param rest between this day and the ones around it
 * @param begins seconds since the day began, also of {@code ends}
 */
public record Lane(Engineer person, Stretch stretch, LegalRest rest, Optional<Place> from, int begins, int ends) {
    public PersonId engineer() {
        return person.id();
    }

    boolean standby() {
        return stretch.standby();
    }

    /** Skills that have run out by that day do not count. */
    org.firstfix.routing.plan.Engineer toEngine(int id, PlaceTable places, EngineDay of) {
        LocalDate on = person.dayOf(of.at(begins));
        Map<String, Integer> skills = new HashMap<>();
        person.skills().stream().filter(skill -> skill.countsOn(on)).forEach(skill -> skills.put(skill.code(), skill.level()));
        return new org.firstfix.routing.plan.Engineer(id, places.of(from), places.of(person.home()), begins, Math.max(begins, ends),
                (int) stretch.overtime().toSeconds(), skills, of.material().supplies().vanOf(person.id())).with(terms(of).with(limits(of.firstBooked(id))));
    }

    /**
     * The rest binds what is planned anew. Whom a person has booked earlier begins then, and who stands by may be called at any hour: his next day
     * begins later for it.
     */
    Terms.Limits limits(OptionalInt firstBooked) {
        return standby() ? Terms.Limits.NONE : new Terms.Limits(Math.min(rest.restedAt(), firstBooked.orElse(Visit.NEVER)), rest.restFrom(), Visit.NEVER, Visit.NEVER);
    }

    /** Who stands by has no break of the house; somebody of another company is paid for coming and for the time at the site. */
    private Terms terms(EngineDay of) {
        Terms terms = of.material().supplies().workingDay().pause().filter(pause -> !standby())
                .map(pause -> Terms.PLAIN.with(new Terms.Pause(pause.minutes() * 60, of.secondsAt(pause.earliest()), of.secondsAt(pause.latest()))))
                .orElse(Terms.PLAIN);
        return person.contractor().map(paid -> terms.with(new Terms.Contractor(paid.callOutCents(), 0, paid.hourlyCents()))).orElse(terms);
    }
}
