package org.firstfix.dispatch.storage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.firstfix.dispatch.domain.BestKnownTravel;
import org.firstfix.dispatch.domain.MeasuredWays;
import org.firstfix.dispatch.domain.PlanningPolicies;
import org.firstfix.dispatch.domain.RoadNetwork;
import org.firstfix.dispatch.domain.TravelProfile;
import org.firstfix.dispatch.domain.TravelProfiles;
import org.firstfix.dispatch.domain.TravelSources;
import org.firstfix.dispatch.domain.TravelTimes;
import org.firstfix.platform.scope.OrgPath;
import org.springframework.stereotype.Repository;

/** Keeps what was read of a branch until another profile is chosen, or its ways are measured anew: one small question each time. */
@Repository
class KnownTravel implements TravelSources {
    private final TravelProfiles profiles;
    private final PlanningPolicies policies;
    private final RoadNetwork roads;
    private final Map<OrgPath, Known> known = new ConcurrentHashMap<>();

    KnownTravel(TravelProfiles profiles, PlanningPolicies policies, RoadNetwork roads) {
        this.profiles = profiles;
        this.policies = policies;
        this.roads = roads;
    }

    private record Known(TravelProfiles.Choice choice, MeasuredWays measured, TravelProfile house, TravelTimes times) {}

    @Override
    public TravelTimes of(OrgPath branch) {
        TravelProfiles.Choice choice = profiles.choiceAt(branch);
        TravelProfile house = TravelProfile.of(policies.inForce(branch).policy());
        Known last = known.get(branch);
        if (last == null || !last.choice().equals(choice) || !last.house().equals(house)) {
            MeasuredWays measured = profiles.measured(choice.branch());
            TravelProfile profile = profiles.find(choice.branch(), choice.number()).map(TravelProfiles.Version::profile).orElse(house);
            last = new Known(choice, measured, house, new BestKnownTravel(profile, measured, roads));
            known.put(branch, last);
        }
        return last.times();
    }
}
