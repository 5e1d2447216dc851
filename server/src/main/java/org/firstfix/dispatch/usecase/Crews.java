package org.firstfix.dispatch.usecase;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.dispatch.domain.Crew;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Locks the engineers of a visit: whoever books one of them waits here, so that the look into their diaries stays true. */
@Component
class Crews {
    private static final int MOST_MEMBERS = 3;

    private final Engineers engineers;

    Crews(Engineers engineers) {
        this.engineers = engineers;
    }

    /**
     * Always in the order of their codes, so that two crews do not wait for each other.
     *
     * @param members codes
     * @throws Problem 404 if there is no such engineer, 400 if somebody is named twice or they are too many
     */
    Crew load(String lead, List<String> members) {
        if (members.contains(lead) || members.stream().distinct().count() < members.size()) {
            throw Problem.invalidField("crew", "dispatch.crew-names-somebody-twice", Map.of());
        }
        if (members.size() > MOST_MEMBERS) {
            throw Problem.invalidField("crew", "dispatch.crew-too-large", Map.of("most", MOST_MEMBERS + 1));
        }
        Map<String, Engineer> locked = Stream.concat(Stream.of(lead), members.stream()).sorted().map(engineers::load)
                .collect(Collectors.toMap(Engineer::code, Function.identity()));
        return new Crew(locked.get(lead), members.stream().map(locked::get).toList());
    }

    List<String> codes(List<PersonId> people) {
        return people.stream().map(id -> engineers.find(id).map(Engineer::code).orElseThrow(() -> Problem.notFound("engineer", id.value()))).toList();
    }
}
