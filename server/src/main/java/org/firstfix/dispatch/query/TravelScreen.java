package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.TRAVELLED_LEG;
import static org.jooq.impl.DSL.count;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firstfix.dispatch.domain.AProfileHasToWin;
import org.firstfix.dispatch.domain.HourBand;
import org.firstfix.dispatch.domain.LegExclusion;
import org.firstfix.dispatch.domain.MeasuredWays;
import org.firstfix.dispatch.domain.PlanningPolicies;
import org.firstfix.dispatch.domain.RoadNetwork;
import org.firstfix.dispatch.domain.TravelCurve;
import org.firstfix.dispatch.domain.TravelError;
import org.firstfix.dispatch.domain.TravelFit;
import org.firstfix.dispatch.domain.TravelProfile;
import org.firstfix.dispatch.domain.TravelProfiles;
import org.firstfix.dispatch.domain.TravelledLeg;
import org.firstfix.dispatch.domain.TravelledLegs;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** How good the travel times of a branch are, by what engineers really needed, and where they come from. */
@Query
public class TravelScreen {
    private static final int MOST_LEGS = 50_000;
    /** A chart with more points says nothing more. */
    private static final int MOST_POINTS = 500;
    private static final int MOST_BRANCHES = 500;

    private final DSLContext database;
    private final TravelledLegs legs;
    private final TravelProfiles profiles;
    private final PlanningPolicies policies;
    private final OrganizationApi organization;
    private final RoadNetwork roads;
    private final Clock clock;

    TravelScreen(DSLContext database, TravelledLegs legs, TravelProfiles profiles, PlanningPolicies policies, OrganizationApi organization,
            RoadNetwork roads, Clock clock) {
        this.database = database;
        this.legs = legs;
        this.profiles = profiles;
        this.policies = policies;
        this.organization = organization;
        this.roads = roads;
        this.clock = clock;
    }

    /** A branch with legs on record. */
    public record Branch(String code, String nameZh, String nameEn, int legs) {}

    /** @param number of the profile in force, 0 is the house's own. @param held a person has chosen: no night changes it */
    public record InForce(int number, boolean held, String reason, String decidedBy, Optional<Instant> decidedAt) {}

    /** @param now of the profile in force; {@code house} of the house's own, on the same legs; none without legs */
    public record Errors(Optional<TravelError> now, Optional<TravelError> house) {}

    public record BandErrors(HourBand band, Errors errors) {}

    /** @param toKilometres none: and more */
    public record DistanceErrors(double fromKilometres, Optional<Double> toKilometres, Errors errors) {}

    /** @param minutes needed; {@code predicted} by the profile in force */
    public record Point(double kilometres, double minutes, double predicted, HourBand band) {}

    public record CurvePoint(double kilometres, double minutes) {}

    public record Curve(HourBand band, List<CurvePoint> points) {}

    public record Excluded(LegExclusion reason, int legs) {}

    /** @param chosen in force now. @param before error of the profile it was compared with, on {@code unseenLegs} newer legs */
    public record Version(int number, boolean chosen, int legs, Instant fittedUntil, Instant fittedAt, AProfileHasToWin.Verdict verdict, int against,
            int unseenLegs, Optional<TravelError> before, Optional<TravelError> after, Instant judgedAt) {}

    /** @param legs behind them */
    public record Measured(int ways, int legs, Optional<Instant> measuredAt) {}

    /**
     * @param version of the choice, for If-Match
     * @param unseen whether the errors are of legs that the profile in force has not seen; otherwise of all legs of the last 540 days
     * @param house minutes per kilometre of the great circle, as the planning policy says
     * @param actions CHOOSE, FIT
     */
    public record View(Branch branch, List<Branch> branches, int version, InForce inForce, boolean unseen, int legs, List<Excluded> excluded,
            Errors errors, List<BandErrors> byBand, List<DistanceErrors> byDistance, double house, List<Curve> curves, List<Point> points,
            List<Version> versions, Measured measured, RoadNetwork.State roads, List<String> actions) {}

    /** @param code of the branch; none: where the caller belongs, or the one with most legs. @throws Problem 404 outside the scope */
    public View show(DataScope scope, Optional<String> code) {
        List<Branch> branches = branches(scope);
        OrgUnitSummary unit = unit(scope, code, branches);
        OrgPath path = unit.path();
        TravelProfiles.Choice choice = Optional.of(profiles.choiceAt(path)).filter(found -> found.branch().equals(path))
                .orElseGet(() -> TravelProfiles.Choice.none(path));
        Optional<TravelProfiles.Version> chosen = profiles.find(choice.branch(), choice.number());
        TravelProfile house = TravelProfile.of(policies.inForce(path).policy());
        TravelProfile inForce = chosen.map(TravelProfiles.Version::profile).orElse(house);
        List<TravelledLeg> all = legs.since(path, clock.instant().minus(TravelFit.LEARNS_FROM), MOST_LEGS);
        List<TravelledLeg> counting = all.stream().filter(leg -> leg.exclusion().isEmpty()).toList();
        List<TravelledLeg> newer = counting.stream().filter(leg -> chosen.filter(it -> leg.arrivedAt().isAfter(it.fittedUntil())).isPresent()).toList();
        boolean unseen = newer.size() >= AProfileHasToWin.FEWEST;
        List<TravelledLeg> judged = unseen ? newer : counting;
        MeasuredWays measured = profiles.measured(path);
        return new View(new Branch(unit.code(), unit.nameZh(), unit.nameEn(), all.size()), branches, choice.version(), inForce(choice), unseen,
                judged.size(), excluded(all), errors(inForce, house, judged), byBand(inForce, house, judged), byDistance(inForce, house, judged),
                house.minutes(1, HourBand.DAYTIME), curves(inForce, judged), points(inForce, judged),
                profiles.versions(path).stream().map(version -> version(version, choice.number())).toList(),
                new Measured(measured.ways().size(), measured.ways().stream().mapToInt(MeasuredWays.MeasuredWay::legs).sum(), choice.measuredAt()),
                roads.state(), Actors.current().may("dispatch.policy") ? List.of("CHOOSE", "FIT") : List.of());
    }

    private List<Branch> branches(DataScope scope) {
        return database.select(TRAVELLED_LEG.ORG_PATH, count()).from(TRAVELLED_LEG).where(Scopes.within(scope, TRAVELLED_LEG.ORG_PATH))
                .groupBy(TRAVELLED_LEG.ORG_PATH).orderBy(count().desc(), TRAVELLED_LEG.ORG_PATH).limit(MOST_BRANCHES).fetch().stream()
                .flatMap(row -> organization.findUnitAt(new OrgPath(row.value1())).stream()
                        .map(unit -> new Branch(unit.code(), unit.nameZh(), unit.nameEn(), row.value2()))).toList();
    }

    private OrgUnitSummary unit(DataScope scope, Optional<String> code, List<Branch> branches) {
        Optional<OrgUnitSummary> home = Actors.current().home().flatMap(organization::findUnitAt);
        boolean homeHasLegs = home.filter(unit -> branches.stream().anyMatch(branch -> branch.code().equals(unit.code()))).isPresent();
        String wanted = code.orElseGet(() -> homeHasLegs || branches.isEmpty() ? home.map(OrgUnitSummary::code).orElse("") : branches.getFirst().code());
        return organization.findUnitByCode(wanted).filter(unit -> scope.contains(unit.path())).orElseThrow(() -> Problem.notFound("org-unit", wanted));
    }

    private static InForce inForce(TravelProfiles.Choice choice) {
        return new InForce(choice.number(), choice.held(), choice.reason(), choice.decidedBy(),
                Optional.of(choice.decidedAt()).filter(at -> at.isAfter(Instant.EPOCH)));
    }

    private static List<Excluded> excluded(List<TravelledLeg> legs) {
        Map<LegExclusion, Integer> counts = new EnumMap<>(LegExclusion.class);
        legs.forEach(leg -> leg.exclusion().ifPresent(reason -> counts.merge(reason, 1, Integer::sum)));
        return counts.entrySet().stream().map(entry -> new Excluded(entry.getKey(), entry.getValue())).toList();
    }

    private static Errors errors(TravelProfile inForce, TravelProfile house, List<TravelledLeg> legs) {
        return new Errors(TravelError.of(inForce, legs), TravelError.of(house, legs));
    }

    private static List<BandErrors> byBand(TravelProfile inForce, TravelProfile house, List<TravelledLeg> legs) {
        Map<HourBand, List<TravelledLeg>> groups = legs.stream().collect(Collectors.groupingBy(TravelledLeg::band));
        return List.of(HourBand.values()).stream().map(band -> new BandErrors(band, errors(inForce, house, groups.getOrDefault(band, List.of())))).toList();
    }

    private static List<DistanceErrors> byDistance(TravelProfile inForce, TravelProfile house, List<TravelledLeg> legs) {
        Map<Integer, List<TravelledLeg>> groups = legs.stream().collect(Collectors.groupingBy(leg -> TravelCurve.bandOf(leg.kilometres())));
        List<DistanceErrors> rows = new ArrayList<>();
        List<Double> begins = TravelCurve.FROM_KILOMETRES;
        for (int band = 0; band < begins.size(); band++) {
            Optional<Double> end = band + 1 < begins.size() ? Optional.of(begins.get(band + 1)) : Optional.empty();
            rows.add(new DistanceErrors(begins.get(band), end, errors(inForce, house, groups.getOrDefault(band, List.of()))));
        }
        return rows;
    }

    /** Straight between the bends, as far as legs go. */
    private static List<Curve> curves(TravelProfile profile, List<TravelledLeg> legs) {
        double far = Math.max(10, Math.ceil(legs.stream().mapToDouble(TravelledLeg::kilometres).max().orElse(20)));
        List<Double> bends = new ArrayList<>(TravelCurve.FROM_KILOMETRES.stream().filter(from -> from < far).toList());
        bends.set(0, 0.1);
        bends.add(far);
        return List.of(HourBand.values()).stream().map(band -> new Curve(band,
                bends.stream().map(kilometres -> new CurvePoint(kilometres, profile.minutes(kilometres, band))).toList())).toList();
    }

    private static List<Point> points(TravelProfile profile, List<TravelledLeg> legs) {
        return legs.stream().sorted(Comparator.comparing(TravelledLeg::arrivedAt).reversed()).limit(MOST_POINTS)
                .map(leg -> new Point(leg.kilometres(), leg.minutes(), profile.minutes(leg.kilometres(), leg.band()), leg.band())).toList();
    }

    private static Version version(TravelProfiles.Version version, int chosen) {
        TravelProfiles.Duel duel = version.duel();
        return new Version(version.number(), version.number() == chosen, version.legs(), version.fittedUntil(), version.fittedAt(),
                duel.decision().verdict(), duel.against(), duel.decision().legs(), duel.before(), duel.after(), duel.at());
    }
}
