package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.APPOINTMENT;
import static org.firstfix.schema.dispatch.Tables.TRAVELLED_LEG;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.dispatch.domain.HourBand;
import org.firstfix.dispatch.domain.LegExclusion;
import org.firstfix.dispatch.domain.PlanningPolicies;
import org.firstfix.dispatch.domain.TravelProfile;
import org.firstfix.dispatch.domain.TravelProfiles;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** The legs behind the figures, the newest first. Neither who travelled nor where anybody lives is told. */
@Query
public class TravelledLegList {
    private static final String ORDER = "travelled-leg";

    private final DSLContext database;
    private final TravelProfiles profiles;
    private final PlanningPolicies policies;

    TravelledLegList(DSLContext database, TravelProfiles profiles, PlanningPolicies policies) {
        this.database = database;
        this.profiles = profiles;
        this.policies = policies;
    }

    public enum Origin {
        HOME,
        SITE
    }

    /**
     * @param kilometres great circle, 0 where a place is unknown
     * @param minutes needed; {@code predictedMinutes} by the profile in force, not rounded
     * @param exclusion why nothing is learnt from it
     */
    public record Row(String visitNumber, Instant leftAt, Instant arrivedAt, Origin origin, HourBand band, double kilometres, double minutes,
            double predictedMinutes, Optional<LegExclusion> exclusion) {}

    private record Found(UUID id, Row row) {}

    public Page<Row> list(DataScope scope, Optional<OrgPath> branch, PageRequest page) {
        Optional<Cursor> after = page.after(ORDER, 2);
        var rows = database.select(TRAVELLED_LEG.asterisk(), APPOINTMENT.NUMBER).from(TRAVELLED_LEG).join(APPOINTMENT)
                .on(APPOINTMENT.ID.eq(TRAVELLED_LEG.APPOINTMENT_ID)).where(Scopes.within(scope, TRAVELLED_LEG.ORG_PATH))
                .and(branch.map(place -> Scopes.below(place, TRAVELLED_LEG.ORG_PATH)).orElse(noCondition()))
                .and(after.map(cursor -> row(TRAVELLED_LEG.ARRIVED_AT, TRAVELLED_LEG.APPOINTMENT_ID).lt(row(val(cursor.instant(0)), val(cursor.uuid(1)))))
                        .orElse(noCondition()))
                .orderBy(TRAVELLED_LEG.ARRIVED_AT.desc(), TRAVELLED_LEG.APPOINTMENT_ID.desc()).limit(page.limit() + 1).fetch();
        Map<String, TravelProfile> inForce = rows.stream().map(found -> found.get(TRAVELLED_LEG.ORG_PATH)).distinct()
                .collect(Collectors.toMap(path -> path, path -> inForce(new OrgPath(path)).orElseGet(() -> TravelProfile.of(policies.inForce(new OrgPath(path)).policy()))));
        List<Found> found = rows.stream().map(leg -> {
            HourBand band = HourBand.of(DayOfWeek.of(leg.get(TRAVELLED_LEG.WEEKDAY)), LocalTime.of(leg.get(TRAVELLED_LEG.HOUR), 0));
            double kilometres = leg.get(TRAVELLED_LEG.KILOMETRES);
            TravelProfile profile = java.util.Objects.requireNonNull(inForce.get(leg.get(TRAVELLED_LEG.ORG_PATH)));
            return new Found(leg.get(TRAVELLED_LEG.APPOINTMENT_ID), new Row(leg.get(APPOINTMENT.NUMBER),
                    leg.get(TRAVELLED_LEG.LEFT_AT), leg.get(TRAVELLED_LEG.ARRIVED_AT), leg.get(TRAVELLED_LEG.FROM_HOME) ? Origin.HOME : Origin.SITE, band,
                    tenths(kilometres), tenths(leg.get(TRAVELLED_LEG.SECONDS) / 60.0), tenths(profile.minutes(kilometres, band)),
                    Optional.ofNullable(leg.get(TRAVELLED_LEG.EXCLUDED)).map(LegExclusion::valueOf)));
        }).toList();
        return Page.of(found, page.limit(), last -> Cursor.after(ORDER, last.row().arrivedAt(), last.id())).map(Found::row);
    }

    private Optional<TravelProfile> inForce(OrgPath path) {
        TravelProfiles.Choice choice = profiles.choiceAt(path);
        return profiles.find(choice.branch(), choice.number()).map(TravelProfiles.Version::profile);
    }

    private static double tenths(double figure) {
        return Math.round(figure * 10) / 10.0;
    }
}
