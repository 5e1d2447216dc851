package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.firstfix.platform.scope.OrgPath;
import org.junit.jupiter.api.Test;

/** Legs made from a known truth: the fit has to find it again. */
class TravelFitTest {
    static final OrgPath BRANCH = new OrgPath("house.east.hangzhou");
    static final TravelProfile HOUSE = TravelProfile.of(PlanningPolicy.USUAL);
    /** A town: slow at first, quick far out, and much slower in the peaks. */
    static final TravelProfile TOWN = profile(5, List.of(3.2, 2.6, 2.0, 1.5, 1.1, 0.9), Map.of(HourBand.MORNING_PEAK, 1.35, HourBand.DAYTIME, 1.0,
            HourBand.EVENING_PEAK, 1.45, HourBand.QUIET, 0.8));
    private static final Map<HourBand, LocalTime> HOURS = Map.of(HourBand.MORNING_PEAK, LocalTime.of(8, 10), HourBand.DAYTIME, LocalTime.of(13, 0),
            HourBand.EVENING_PEAK, LocalTime.of(17, 30), HourBand.QUIET, LocalTime.of(20, 0));

    static TravelProfile profile(double fixed, List<Double> slopes, Map<HourBand, Double> factors) {
        Map<HourBand, TravelCurve> curves = new EnumMap<>(HourBand.class);
        factors.forEach((band, factor) -> curves.put(band, new TravelCurve(fixed, slopes.stream().map(slope -> slope * factor).toList())));
        return new TravelProfile(curves);
    }

    static TravelledLeg leg(double kilometres, double minutes, HourBand band, Instant arrived) {
        Place from = new Place(30.25, 120.17);
        Place to = new Place(30.25 + kilometres / 6371.0088 * 180 / Math.PI, 120.17);
        return new TravelledLeg(UUID.randomUUID(), false, Optional.of(from), Optional.of(to), arrived.minus(Duration.ofSeconds(Math.round(minutes * 60))),
                arrived, new Departure(DayOfWeek.TUESDAY, HOURS.get(band)), BRANCH);
    }

    /** @param spoilt share of legs with a pause of three quarters of an hour */
    static List<TravelledLeg> travelled(TravelProfile truth, int count, long seed, double spoilt) {
        Random random = new Random(seed);
        List<TravelledLeg> legs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double kilometres = Math.min(70, 0.5 + -9 * Math.log(1 - random.nextDouble()));
            HourBand band = HourBand.values()[random.nextInt(HourBand.values().length)];
            double minutes = truth.minutes(kilometres, band) * Math.exp(0.15 * random.nextGaussian());
            legs.add(leg(kilometres, random.nextDouble() < spoilt ? minutes + 45 : minutes, band, Instant.parse("2026-03-03T00:00:00Z").plusSeconds(3600L * i)));
        }
        return legs;
    }

    /** Mean distance from the truth over ways as they are driven, in all hours, in minutes. */
    static double distance(TravelProfile one, TravelProfile truth) {
        return travelled(truth, 400, 4711, 0).stream().mapToDouble(leg -> Math.abs(one.minutes(leg.kilometres(), leg.band())
                - truth.minutes(leg.kilometres(), leg.band()))).average().orElseThrow();
    }

    @Test
    void theTimesOfAKnownTownAreFoundAgain() {
        for (long seed = 1; seed <= 20; seed++) {
            TravelProfile found = TravelFit.fit(travelled(TOWN, 3_000, seed, 0), HOUSE);
            for (HourBand band : HourBand.values()) {
                for (double kilometres : new double[] {1, 3, 7, 15, 30}) {
                    assertThat(found.minutes(kilometres, band) / TOWN.minutes(kilometres, band)).as("seed %d, %s, %.0f km", seed, band, kilometres)
                            .isBetween(0.88, 1.12);
                }
            }
        }
    }

    @Test
    void pausesOfAFewHardlyMoveIt() {
        for (long seed = 1; seed <= 10; seed++) {
            TravelProfile found = TravelFit.fit(travelled(TOWN, 3_000, seed, 0.08), HOUSE);
            assertThat(distance(found, TOWN)).as("seed %d", seed).isLessThan(2.5);
        }
    }

    @Test
    void aFewLegsNeverMakeItWorseThanWhatTheHouseBelieved() {
        for (int count : new int[] {0, 5, 29, 30, 40, 60, 100}) {
            for (long seed = 1; seed <= 40; seed++) {
                TravelProfile found = TravelFit.fit(travelled(TOWN, count, seed, 0.03), HOUSE);
                assertThat(distance(found, TOWN)).as("%d legs, seed %d", count, seed).isLessThanOrEqualTo(distance(HOUSE, TOWN) + 1e-9);
            }
        }
    }

    @Test
    void whereTheHouseIsRightFewLegsTalkItOutOfLittle() {
        for (long seed = 1; seed <= 40; seed++) {
            assertThat(distance(TravelFit.fit(travelled(HOUSE, 40, seed, 0), HOUSE), HOUSE)).as("seed %d", seed).isLessThan(3);
        }
    }

    @Test
    void withTooFewLegsTheHouseIsBelieved() {
        List<TravelledLeg> legs = travelled(TOWN, TravelFit.FEWEST_LEGS + 20, 7, 0).stream().filter(leg -> leg.exclusion().isEmpty()).toList();
        assertThat(TravelFit.fit(legs.subList(0, TravelFit.FEWEST_LEGS - 1), HOUSE)).isEqualTo(HOUSE);
        assertThat(TravelFit.fit(legs.subList(0, TravelFit.FEWEST_LEGS), HOUSE)).isNotEqualTo(HOUSE);
    }

    @Test
    void aLongerWayNeverTakesLessTimeWhateverWasTravelled() {
        Random random = new Random(11);
        for (int round = 0; round < 30; round++) {
            List<TravelledLeg> nonsense = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                double kilometres = random.nextDouble(60);
                nonsense.add(leg(kilometres, 1 + random.nextDouble(90), HourBand.values()[random.nextInt(4)], Instant.EPOCH.plusSeconds(i)));
            }
            TravelProfile found = TravelFit.fit(nonsense, HOUSE);
            for (HourBand band : HourBand.values()) {
                for (double kilometres = 0.1; kilometres < 120; kilometres += 0.7) {
                    assertThat(found.minutes(kilometres + 0.7, band)).isGreaterThanOrEqualTo(found.minutes(kilometres, band));
                }
            }
        }
    }
}
