package org.firstfix.sla.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.storage.JooqClocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds milestones whose time or whose warning has come and pauses that are over, marks them and announces them. Each clock is locked while it is
 * looked at, and what was found is written with the announcement, so several runners announce everything once.
 */
@Component
public class WatchMilestones {
    private static final Logger LOG = LoggerFactory.getLogger(WatchMilestones.class);
    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Work work;
    private final JooqClocks clocks;
    private final ClockNews news;
    private final Clock house;
    /** Clocks that could not be looked at, and when they are tried again. */
    private final Map<UUID, Instant> setAside = new ConcurrentHashMap<>();

    WatchMilestones(Work work, JooqClocks clocks, ClockNews news, Clock house) {
        this.work = work;
        this.clocks = clocks;
        this.news = news;
        this.house = house;
    }

    /** @return how many clocks changed */
    public int look() {
        Instant now = house.instant();
        setAside.values().removeIf(again -> !again.isAfter(now));
        List<UUID> waiting = work.asTheHouse("Firstfix", () -> clocks.toLookAt(now, setAside.keySet(), AT_ONCE));
        int changed = 0;
        for (UUID clock : waiting) {
            try {
                changed += work.asTheHouse("Firstfix", () -> lookAt(clock));
            } catch (RuntimeException e) {
                // One clock must not keep the others waiting.
                setAside.put(clock, now.plus(PATIENCE));
                LOG.error("The clock {} could not be looked at; it is tried again in {}", clock, PATIENCE, e);
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
