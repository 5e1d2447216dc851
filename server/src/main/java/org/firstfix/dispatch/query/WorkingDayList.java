package org.firstfix.dispatch.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.domain.WorkingDay;
import org.firstfix.dispatch.domain.WorkingDays;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;

/** Which depot and which break hold in which part of the house. */
@Query
public class WorkingDayList {
    private final WorkingDays days;
    private final OrganizationApi organization;

    WorkingDayList(WorkingDays days, OrganizationApi organization) {
        this.days = days;
        this.organization = organization;
    }

    /** @param own said for this unit itself; none if it follows the one above. @param version of its own, 0 without */
    public record Row(String unitCode, String nameZh, String nameEn, String path, WorkingDay inForce, Optional<WorkingDay> own, int version) {}

    public List<Row> list(DataScope scope) {
        Map<OrgPath, WorkingDays.Own> all = days.all();
        List<OrgPath> tops = scope.everything() ? Actors.current().home().map(home -> new OrgPath(home.value().split("\\.")[0])).stream().toList()
                : scope.paths();
        return tops.stream().flatMap(top -> organization.unitsBelow(top).stream()).distinct().map(unit -> {
            Optional<WorkingDays.Own> own = Optional.ofNullable(all.get(unit.path()));
            return new Row(unit.code(), unit.nameZh(), unit.nameEn(), unit.path().value(), days.inForce(unit.path()), own.map(WorkingDays.Own::day),
                    own.map(WorkingDays.Own::version).orElse(0));
        }).toList();
    }
}
