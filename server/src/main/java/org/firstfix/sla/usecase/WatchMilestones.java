package org.firstfix.sla.usecase;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.storage.JooqClocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds milestones whose time or whose warning has come, marks them and announces them. Each clock is locked while it is
 * looked at, and what was found is written with the announcement, so several runners announce everything once.
 */
@Component
public class WatchMilestones {
    private static final Logger LOG = LoggerFactory.getLogger(WatchMilestones.class);
    private static final int AT_ONCE = 500;

    private final Work work;
    private final JooqClocks clocks;
    private final ClockNews news;
    private final Clock house;

    WatchMilestones(Work work, JooqClocks clocks, ClockNews news, Clock house) {
        this.work = work;
        this.clocks = clocks;
        this.news = news;
        this.house = house;
    }

    /** @return how many clocks changed */
    public int look() {
        List<UUID> waiting = work.asTheHouse("Firstfix", () -> clocks.toLookAt(house.instant(), AT_ONCE));
        int changed = 0;
        for (UUID clock : waiting) {
            try {
                changed += work.asTheHouse("Firstfix", () -> lookAt(clock));
            } catch (RuntimeException e) {
                // One clock must not keep the others waiting; it is tried again at the next look.
                LOG.error("The clock {} could not be looked at", clock, e);
            }
        }
        return changed;
    }

    private int lookAt(UUID id) {
        return clocks.lockIfFree(id).map(clock -> {
            clock.look(house.instant());
            if (clock.newEntries().isEmpty()) {
                return 0;
            }
            clocks.save(clock);
            news.announce(clock);
            return 1;
        }).orElse(0);
    }
}
