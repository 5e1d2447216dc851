package org.firstfix.dispatch.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstfix.platform.identity.PersonId;

/**
 * The engineers of one visit.
 *
 * @param lead whose visit it is: he accepts, reports and is counted
 * @param members who else comes along, by code
 */
public record Crew(Engineer lead, List<Engineer> members) {
    public Crew {
        members = members.stream().sorted(Comparator.comparing(Engineer::code)).toList();
    }

    public static Crew alone(Engineer lead) {
        return new Crew(lead, List.of());
    }

    public List<Engineer> everybody() {
        return Stream.concat(Stream.of(lead), members.stream()).toList();
    }

    public List<PersonId> memberIds() {
        return members.stream().map(Engineer::id).toList();
    }

    /**
     * Who leads: whoever leads it already; otherwise the first of the customer's own engineers, otherwise who is best at what is asked for, and of
     * equals the first by code.
     *
     * @param people at least one
     * @param leads who leads the visit as it is booked
     * @param own the customer's own engineer and those who stand in, in turn
     */
    static Crew of(Collection<Engineer> people, Optional<PersonId> leads, List<PersonId> own, Optional<String> skill) {
        Engineer lead = people.stream().min(Comparator.comparing((Engineer one) -> !leads.filter(one.id()::equals).isPresent())
                .thenComparing(one -> own.contains(one.id()) ? own.indexOf(one.id()) : own.size())
                .thenComparing(one -> -skill.flatMap(one::skill).map(Engineer.Skill::level).orElse(0))
                .thenComparing(Engineer::code)).orElseThrow();
        return new Crew(lead, people.stream().filter(one -> !one.id().equals(lead.id())).toList());
    }
}
