package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.PartSummary;
import org.firstfix.dispatch.VanLoaded;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Vans;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Says what is in an engineer's van now: counted, or loaded at the depot. */
@Component
@Permission("engineer.maintain")
public final class LoadVan {
    private final Work work;
    private final Engineers engineers;
    private final Vans vans;
    private final AssetApi assets;
    private final Announcements announcements;
    private final Clock clock;

    LoadVan(Work work, Engineers engineers, Vans vans, AssetApi assets, Announcements announcements, Clock clock) {
        this.work = work;
        this.engineers = engineers;
        this.vans = vans;
        this.assets = assets;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param parts pieces by part number, 1 to 99: all that is in it */
    public record Command(String code, Map<String, Integer> parts, int expectedVersion) {
        public Command {
            parts = Map.copyOf(parts);
        }
    }

    public void handle(Command command) {
        work.perform(this, () -> {
            Engineer engineer = engineers.load(command.code());
            requireKnown(command.parts().keySet());
            if (!vans.load(engineer, command.parts(), command.expectedVersion())) {
                Vans.Van current = vans.of(engineer.id());
                throw Problem.stale(command.expectedVersion(), current.version(), current);
            }
            announcements.announce(new VanLoaded(engineer.id(), engineer.code(), command.parts(), engineer.orgPath(), clock.instant()));
        });
    }

    private void requireKnown(Collection<String> numbers) {
        Map<String, PartSummary> known = assets.parts(numbers);
        Optional<String> unknown = numbers.stream().filter(number -> !known.containsKey(number)).findFirst();
        unknown.ifPresent(number -> {
            throw Problem.invalidField("parts", "dispatch.part-unknown", Map.of("part", number));
        });
    }
}
