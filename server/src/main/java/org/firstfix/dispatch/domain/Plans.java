package org.firstfix.dispatch.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.problem.Problem;

/** Plans and their versions. */
public interface Plans {
    /** Of an area and day, made if there is none; locked until the transaction ends, so that one decides after the other. */
    Held hold(PlanArea area);

    /** @param published number of the version in force, 0 before the first */
    record Held(UUID id, int published) {}

    /** With the plan locked. @throws Problem 404 */
    PlanVersion load(UUID version);

    /** @throws Problem 404 */
    PlanVersion view(UUID version);

    /** What is being computed or waits for a decision, locked. */
    Optional<PlanVersion> loadOpen(UUID plan);

    Optional<PlanVersion> viewOpen(PlanArea area);

    /** Those that are decided, the newest first, without their changes. */
    List<PlanVersion> decided(PlanArea area, int most);

    int published(PlanArea area);

    void add(PlanVersion version);

    void save(PlanVersion version);

    void inForce(UUID plan, int number);
}
