package org.firstfix.contract.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Priority;
import org.firstfix.contract.SpecialTarget;
import org.firstfix.contract.domain.CoverageCode;
import org.firstfix.contract.domain.PauseRightsRule;
import org.firstfix.contract.storage.JooqCoverageCodes;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.work.Query;

/** The levels of service and what each promises. */
@Query
public class CoverageCatalogue {
    private final JooqCoverageCodes coverageCodes;

    CoverageCatalogue(JooqCoverageCodes coverageCodes) {
        this.coverageCodes = coverageCodes;
    }

    /** @param minutes contract time */
    public record Target(Priority priority, Milestone milestone, long minutes) {}

    /**
     * @param specialTargets others for important machines or severe faults
     * @param ownPauseRights of the code; none where the house decides
     * @param pauseRights what holds for contracts that say nothing of their own
     * @param actions CHANGE, if the caller may
     */
    public record View(String code, String nameZh, String nameEn, String calendarCode, boolean active, List<Target> targets,
            List<SpecialTarget> specialTargets, Optional<List<PauseRight>> ownPauseRights, List<PauseRight> pauseRights, int version, List<String> actions) {}

    public List<View> all() {
        return coverageCodes.all().stream().map(CoverageCatalogue::view).toList();
    }

    public Optional<View> find(String code) {
        return coverageCodes.find(code).map(CoverageCatalogue::view);
    }

    public static View view(CoverageCode coverage) {
        List<Target> targets = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            for (Milestone milestone : Milestone.values()) {
                Optional.ofNullable(coverage.targets().get(priority)).map(ofPriority -> ofPriority.get(milestone))
                        .ifPresent(target -> targets.add(new Target(priority, milestone, target.toMinutes())));
            }
        }
        return new View(coverage.code(), coverage.nameZh(), coverage.nameEn(), coverage.calendarCode(), coverage.active(), targets,
                coverage.specialTargets(),                 coverage.pauseRights().map(PauseRights::rights),
                PauseRightsRule.mostSpecific(Optional.empty(), coverage.pauseRights()).rights().rights(), coverage.version(), Actors.current().may("coverage.maintain") ? List.of("CHANGE") : List.of());
    }
}
