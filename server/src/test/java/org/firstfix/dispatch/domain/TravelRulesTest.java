package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firstfix.dispatch.domain.TravelFitTest.HOUSE;
import static org.firstfix.dispatch.domain.TravelFitTest.TOWN;
import static org.firstfix.dispatch.domain.TravelFitTest.leg;
import static org.firstfix.dispatch.domain.TravelFitTest.travelled;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TravelRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final Departure MORNING = new Departure(DayOfWeek.MONDAY, LocalTime.of(8, 0));
    private static final Departure NOON = new Departure(DayOfWeek.MONDAY, LocalTime.of(12, 0));

    @Test
    void hoursBelongToTheirBandAndWeekendsAreQuiet() {
        assertThat(HourBand.of(DayOfWeek.FRIDAY, LocalTime.of(7, 0))).isEqualTo(HourBand.MORNING_PEAK);
        assertThat(HourBand.of(DayOfWeek.FRIDAY, LocalTime.of(10, 0))).isEqualTo(HourBand.DAYTIME);
        assertThat(HourBand.of(DayOfWeek.FRIDAY, LocalTime.of(18, 59))).isEqualTo(HourBand.EVENING_PEAK);
        assertThat(HourBand.of(DayOfWeek.FRIDAY, LocalTime.of(19, 0))).isEqualTo(HourBand.QUIET);
        assertThat(HourBand.of(DayOfWeek.SUNDAY, LocalTime.of(8, 0))).isEqualTo(HourBand.QUIET);
    }

    @Test
    void anHonestLegCounts() {
        assertThat(LegExclusion.of(8, 25 * 60)).isEmpty();
        assertThat(LegExclusion.of(60, 45 * 60)).as("on the motorway").isEmpty();
        assertThat(LegExclusion.of(2, 31 * 60)).as("a bad jam").isEmpty();
    }

    @Test
    void aDepartureToldOnArrivalDoesNotCount() {
        assertThat(LegExclusion.of(8, 60)).contains(LegExclusion.TOLD_AT_ONCE);
        assertThat(LegExclusion.isToldAtOnce(8, 4 * 60 + 22)).isFalse();
    }

    @Test
    void aPauseOrAForgottenArrivalDoesNotCount() {
        assertThat(LegExclusion.of(8, 69 * 60)).contains(LegExclusion.PAUSED_OR_FORGOTTEN);
        assertThat(LegExclusion.isPausedOrForgotten(8, 68 * 60)).isFalse();
    }

    @Test
    void nextDoorIsNoWay() {
        assertThat(LegExclusion.of(0.29, 300)).contains(LegExclusion.NO_WAY);
        assertThat(LegExclusion.of(0.31, 300)).isEmpty();
    }

    @Test
    void aWayMeasuredFiveTimesCountsByItsMedian() {
        List<TravelledLeg> legs = List.of(at(20, 1), at(22, 2), at(60, 3), at(21, 4), at(23, 5));
        MeasuredWays measured = MeasuredWays.of(legs, NOW);
        assertThat(measured.seconds(legs.getFirst().from().orElseThrow(), legs.getFirst().to().orElseThrow(), HourBand.DAYTIME)).hasValue(22 * 60);
    }

    @Test
    void fourTimesAreTooFewAndOldOnesDoNotCount() {
        assertThat(MeasuredWays.of(List.of(at(20, 1), at(22, 2), at(60, 3), at(21, 4)), NOW).ways()).isEmpty();
        assertThat(MeasuredWays.of(List.of(at(20, 1), at(22, 2), at(60, 3), at(21, 4), at(23, 181)), NOW).ways()).isEmpty();
        assertThat(MeasuredWays.isMeasuredOftenEnough(List.of(1, 2, 3, 4, 5))).isTrue();
        assertThat(MeasuredWays.isRecentEnough(at(20, 180), NOW)).isTrue();
    }

    private static TravelledLeg at(double minutes, int daysAgo) {
        return leg(8, minutes, HourBand.DAYTIME, NOW.minus(Duration.ofDays(daysAgo)));
    }

    @Test
    void whatWasMeasuredGoesBeforeTheProfileInItsHoursOnly() {
        List<TravelledLeg> legs = IntStream.range(0, 6).mapToObj(day -> at(41, day)).toList();
        TravelTimes times = new BestKnownTravel(HOUSE, MeasuredWays.of(legs, NOW), RoadNetwork.NONE);
        var from = legs.getFirst().from();
        var to = legs.getFirst().to();
        assertThat(times.way(from, to, NOON)).isEqualTo(new TravelTimes.Way(41 * 60, TravelTimes.Source.MEASURED));
        assertThat(times.way(from, to, MORNING).source()).isEqualTo(TravelTimes.Source.PROFILE);
        assertThat(times.way(to, from, NOON).source()).as("the way back is another way").isEqualTo(TravelTimes.Source.PROFILE);
        assertThat(times.way(from, Optional.empty(), NOON)).isEqualTo(TravelTimes.Way.UNKNOWN);
        assertThat(times.seconds(from, to, NOON)).isEqualTo(45 * 60);
        assertThat(times.seconds(from, from, NOON)).isZero();
    }

    @Test
    void theTableOfADayHasTheSameFiguresAsEachWay() {
        Random random = new Random(5);
        List<Optional<Place>> places = new ArrayList<>(List.of(Optional.empty()));
        for (int i = 0; i < 60; i++) {
            places.add(Optional.of(new Place(30 + random.nextDouble(0.5), 120 + random.nextDouble(0.6))));
        }
        List<TravelledLeg> legs = IntStream.range(0, 6).mapToObj(day -> at(41, day)).toList();
        places.add(legs.getFirst().from());
        places.add(legs.getFirst().to());
        for (TravelProfile profile : List.of(HOUSE, TOWN)) {
            TravelTimes times = new BestKnownTravel(profile, MeasuredWays.of(legs, NOW), RoadNetwork.NONE);
            for (Departure departure : List.of(MORNING, NOON)) {
                int[][] table = times.table(places, departure);
                for (int from = 0; from < places.size(); from++) {
                    for (int to = 0; to < places.size(); to++) {
                        assertThat(table[from][to]).isEqualTo(times.seconds(places.get(from), places.get(to), departure));
                    }
                }
            }
        }
    }

    @Test
    void aProfileThatIsNearerOnNewerLegsWins() {
        assertThat(AProfileHasToWin.decide(HOUSE, TOWN, travelled(TOWN, 100, 3, 0)).verdict()).isEqualTo(AProfileHasToWin.Verdict.WINS);
    }

    @Test
    void aProfileThatIsNotLosesAndWithFewLegsItWaits() {
        assertThat(AProfileHasToWin.decide(TOWN, HOUSE, travelled(TOWN, 100, 3, 0)).verdict()).isEqualTo(AProfileHasToWin.Verdict.LOSES);
        assertThat(AProfileHasToWin.decide(HOUSE, TOWN, travelled(TOWN, 15, 3, 0)).verdict()).isEqualTo(AProfileHasToWin.Verdict.WAITS);
        assertThat(AProfileHasToWin.decide(TOWN, TOWN, travelled(TOWN, 100, 3, 0)).verdict()).isEqualTo(AProfileHasToWin.Verdict.WAITS);
        assertThat(AProfileHasToWin.decide(TOWN, TOWN, travelled(TOWN, 500, 3, 0)).verdict()).as("it had its chance").isEqualTo(AProfileHasToWin.Verdict.LOSES);
    }

    @Test
    void theNewestFifthIsKeptBackAndAFitNeedsOtherLegs() {
        List<TravelledLeg> legs = travelled(TOWN, 200, 9, 0).stream().filter(leg -> leg.exclusion().isEmpty()).toList();
        UnseenLegs split = UnseenLegs.of(legs, Optional.empty()).orElseThrow();
        assertThat(split.seen()).allMatch(leg -> !leg.arrivedAt().isAfter(split.until()));
        assertThat(legs.size() - split.seen().size()).isEqualTo((int) Math.ceil(legs.size() * 0.2));
        assertThat(UnseenLegs.of(legs, Optional.of(split.until()))).as("nothing new since").isEmpty();
        assertThat(UnseenLegs.of(legs, Optional.of(legs.get(100).arrivedAt()))).as("59 new ones").isPresent();
        assertThat(UnseenLegs.of(legs.subList(0, 49), Optional.empty())).as("30 to learn from and 20 to judge by").isEmpty();
        assertThat(UnseenLegs.of(legs.subList(0, 50), Optional.empty())).isPresent();
    }

    @Test
    void errorsAreThoseOfTheLegsThatCount() {
        List<TravelledLeg> legs = List.of(leg(10, HOUSE.minutes(10, HourBand.DAYTIME) + 6, HourBand.DAYTIME, NOW),
                leg(10, HOUSE.minutes(10, HourBand.DAYTIME) - 12, HourBand.DAYTIME, NOW), leg(10, 300, HourBand.DAYTIME, NOW));
        TravelError error = TravelError.of(HOUSE, legs).orElseThrow();
        assertThat(error.legs()).isEqualTo(2);
        assertThat(error.meanMinutes()).isCloseTo(9, org.assertj.core.data.Offset.offset(0.05));
        assertThat(error.biasMinutes()).isCloseTo(3, org.assertj.core.data.Offset.offset(0.05));
        assertThat(error.withinTenMinutes()).isEqualTo(0.5);
        assertThat(TravelError.of(HOUSE, List.of())).isEmpty();
    }

    /** 200 engineers and 1,000 visits: their homes and sites are 1,200 places. The figure is in docs/operations/figures.md. */
    @Test
    void theTableOfABigBranchIsBuiltQuickly() {
        Random random = new Random(6);
        List<Optional<Place>> places = IntStream.range(0, 1_200)
                .mapToObj(i -> Optional.of(new Place(30 + random.nextDouble(0.5), 120 + random.nextDouble(0.6)))).toList();
        List<TravelledLeg> legs = IntStream.range(0, 20_000).mapToObj(i -> {
            TravelledLeg some = at(30, i % 100);
            return new TravelledLeg(some.appointment(), false, places.get(i % 400), places.get((i % 400) + 7), some.leftAt(), some.arrivedAt(), NOON,
                    some.branch());
        }).toList();
        TravelTimes times = new BestKnownTravel(TOWN, MeasuredWays.of(legs, NOW), RoadNetwork.NONE);
        // Processor time: others may be working here.
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        int rows = 0;
        for (int round = 0; round < 30; round++) {
            long begun = cpu.getCurrentThreadCpuTime();
            rows += times.table(places, NOON).length;
            best = Math.min(best, cpu.getCurrentThreadCpuTime() - begun);
        }
        System.out.printf("travel table of 1,200 places: %.1f ms%n", best / 1e6);
        assertThat(rows).isEqualTo(30 * 1_200);
        assertThat(best).isLessThan(100_000_000L);
    }
}
