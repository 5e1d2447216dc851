package org.firstfix.dispatch.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.firstfix.dispatch.domain.BestKnownTravel;
import org.firstfix.dispatch.domain.Departure;
import org.firstfix.dispatch.domain.HourBand;
import org.firstfix.dispatch.domain.MeasuredWays;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.PlanningPolicy;
import org.firstfix.dispatch.domain.RoadNetwork;
import org.firstfix.dispatch.domain.TravelCurve;
import org.firstfix.dispatch.domain.TravelProfile;
import org.firstfix.dispatch.domain.TravelTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/** The real GraphHopper on roads drawn by hand: {@code roads/two-ways.osm}. */
class GraphHopperRoadsTest {
    private static final Place A = new Place(30.2000, 120.2000);
    private static final Place C = new Place(30.2090, 120.2104);
    private static final Place FAR = new Place(30.35, 120.2);
    /** GraphHopper drives at nine tenths of what is allowed. */
    private static final double QUICK_SECONDS = 2_000 / (60 * 0.9 / 3.6);
    private static final double SLOW_SECONDS = 2_000 / (30 * 0.9 / 3.6);

    @TempDir
    Path folder;

    private Path map() throws IOException {
        Path map = folder.resolve("two-ways.osm");
        try (InputStream drawn = Objects.requireNonNull(getClass().getResourceAsStream("/roads/two-ways.osm"))) {
            Files.copy(drawn, map);
        }
        return map;
    }

    private static int wait(RoadNetwork roads, Place from, Place to) throws InterruptedException {
        for (int i = 0; i < 3_000; i++) {
            OptionalInt seconds = roads.seconds(from, to);
            if (seconds.isPresent()) {
                return seconds.getAsInt();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("not computed within a minute");
    }

    @Test
    void theQuickestWayIsDrivenAndOneWayRoadsOnlyOneWay() throws Exception {
        try (GraphHopperRoads roads = GraphHopperRoads.of(map(), 0)) {
            assertThat(roads.seconds(A, C)).as("nobody waits for it").isEmpty();
            assertThat((double) wait(roads, A, C)).isBetween(QUICK_SECONDS * 0.95, QUICK_SECONDS * 1.05);
            assertThat((double) wait(roads, C, A)).isBetween(SLOW_SECONDS * 0.95, SLOW_SECONDS * 1.05);
            assertThat(roads.state().condition()).isEqualTo(RoadNetwork.Condition.READY);
            assertThat(roads.state().ways()).isGreaterThanOrEqualTo(2);
        }
    }

    /** Extracts come in this form; the same roads are written into it here. */
    @Test
    void aMapInTheFormExtractsHaveIsReadAsWell() throws Exception {
        Path map = folder.resolve("two-ways.osm.pbf");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(map))) {
            write(out, "OSMHeader", Osmformat.HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6").build().toByteString());
            Osmformat.PrimitiveGroup.Builder nodes = Osmformat.PrimitiveGroup.newBuilder();
            double[][] corners = {{30.2000, 120.2000}, {30.2000, 120.2104}, {30.2090, 120.2104}, {30.2090, 120.2000}};
            for (int i = 0; i < corners.length; i++) {
                nodes.addNodes(Osmformat.Node.newBuilder().setId(i + 1).setLat(Math.round(corners[i][0] * 1e7)).setLon(Math.round(corners[i][1] * 1e7)));
            }
            Osmformat.PrimitiveGroup.Builder ways = Osmformat.PrimitiveGroup.newBuilder()
                    .addWays(Osmformat.Way.newBuilder().setId(11).addAllKeys(List.of(1, 3, 5)).addAllVals(List.of(2, 4, 6)).addAllRefs(List.of(1L, 1L, 1L)))
                    .addWays(Osmformat.Way.newBuilder().setId(12).addAllKeys(List.of(1, 3)).addAllVals(List.of(7, 8)).addAllRefs(List.of(3L, 1L, -3L)));
            Osmformat.StringTable.Builder words = Osmformat.StringTable.newBuilder();
            for (String word : List.of("", "highway", "primary", "maxspeed", "60", "oneway", "yes", "residential", "30")) {
                words.addS(ByteString.copyFromUtf8(word));
            }
            write(out, "OSMData", Osmformat.PrimitiveBlock.newBuilder().setStringtable(words).addPrimitivegroup(nodes).addPrimitivegroup(ways).build().toByteString());
        }
        // The form keeps corners in steps, so the outermost ones may lie a hair outside of the map.
        Place inA = new Place(30.2001, 120.2001);
        Place inC = new Place(30.2089, 120.2103);
        try (GraphHopperRoads roads = GraphHopperRoads.of(map, 0)) {
            assertThat((double) wait(roads, inA, inC)).isBetween(QUICK_SECONDS * 0.95, QUICK_SECONDS * 1.05);
            assertThat((double) wait(roads, inC, inA)).isBetween(SLOW_SECONDS * 0.95, SLOW_SECONDS * 1.05);
        }
    }

    private static void write(DataOutputStream out, String type, ByteString content) throws IOException {
        Fileformat.Blob blob = Fileformat.Blob.newBuilder().setRaw(content).setRawSize(content.size()).build();
        Fileformat.BlobHeader header = Fileformat.BlobHeader.newBuilder().setType(type).setDatasize(blob.getSerializedSize()).build();
        out.writeInt(header.getSerializedSize());
        header.writeTo(out);
        blob.writeTo(out);
    }

    @Test
    void aPlaceOffTheMapHasNoRoadsAndTheProfileAnswers() throws Exception {
        try (GraphHopperRoads roads = GraphHopperRoads.of(map(), 0)) {
            int quick = wait(roads, A, C);
            roads.known(List.of(Optional.of(A), Optional.of(FAR)));
            for (int i = 0; i < 500 && roads.state().condition() == RoadNetwork.Condition.COMPUTING; i++) {
                Thread.sleep(20);
            }
            assertThat(roads.seconds(A, FAR)).isEmpty();
            TravelTimes times = new BestKnownTravel(TravelProfile.of(PlanningPolicy.USUAL), MeasuredWays.NONE, roads);
            Departure noon = new Departure(DayOfWeek.MONDAY, LocalTime.NOON);
            assertThat(times.way(Optional.of(A), Optional.of(C), noon)).isEqualTo(new TravelTimes.Way(quick, TravelTimes.Source.ROADS));
            assertThat(times.way(Optional.of(A), Optional.of(FAR), noon).source()).isEqualTo(TravelTimes.Source.PROFILE);
            assertThat(times.table(List.of(Optional.of(A), Optional.of(C)), noon)[0][1]).isEqualTo(TravelTimes.rounded(quick));
        }
    }

    @Test
    void theGraphIsReadAgainAtTheNextStartAndANewMapGetsANewOne() throws Exception {
        Path map = map();
        GraphHopperRoads.of(map, 0).close();
        try (var first = Files.list(folder)) {
            assertThat(first.filter(Files::isDirectory)).hasSize(1);
        }
        try (GraphHopperRoads again = GraphHopperRoads.of(map, 0)) {
            assertThat(wait(again, A, C)).isPositive();
        }
        Files.writeString(map, Files.readString(map).replace("\"60\"", "\"40\""));
        Files.setLastModifiedTime(map, java.nio.file.attribute.FileTime.fromMillis(1_700_000_000_000L));
        try (GraphHopperRoads newer = GraphHopperRoads.of(map, 0)) {
            assertThat((double) wait(newer, A, C)).isGreaterThan(QUICK_SECONDS * 1.3);
        }
    }

    @Test
    void aBadFileIsToldWithItsNameAndWhatMayHelp() throws Exception {
        assertThatThrownBy(() -> GraphHopperRoads.of(folder.resolve("no-such.osm.pbf"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-such.osm.pbf").hasMessageContaining("firstfix.travel.map-file").hasMessageContaining("does not exist")
                .hasMessageContaining("leave the setting out");
        Path letter = Files.writeString(folder.resolve("letter.osm.pbf"), "Dear map");
        assertThatThrownBy(() -> GraphHopperRoads.of(letter)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("letter.osm.pbf").hasMessageContaining("cannot be read as an OpenStreetMap extract");
        assertThatThrownBy(() -> GraphHopperRoads.of(folder)).hasMessageContaining("is a folder");
        Path empty = Files.writeString(folder.resolve("sea.osm"), "<?xml version='1.0'?><osm version='0.6'></osm>");
        assertThatThrownBy(() -> GraphHopperRoads.of(empty, 0)).isInstanceOf(IllegalStateException.class).hasMessageContaining("sea.osm");
    }

    @Test
    void theMapKnowsTheWayAndLegsKnowTheTraffic() {
        RoadNetwork fixed = new RoadNetwork() {
            @Override
            public State state() {
                return new State(Condition.READY, "fixed", 1, 0);
            }

            @Override
            public OptionalInt seconds(Place from, Place to) {
                return OptionalInt.of(600);
            }

            @Override
            public int[][] known(List<Optional<Place>> places) {
                return new int[][] {{UNKNOWN, 600}, {600, UNKNOWN}};
            }
        };
        TravelProfile house = TravelProfile.of(PlanningPolicy.USUAL);
        var curve = Objects.requireNonNull(house.curves().get(HourBand.QUIET));
        var slow = new TravelCurve(0, curve.minutesPerKilometre().stream().map(slope -> slope * 1.5).toList());
        TravelProfile full = new TravelProfile(Map.of(HourBand.MORNING_PEAK, slow,
                HourBand.DAYTIME, curve, HourBand.EVENING_PEAK, curve,
                HourBand.QUIET, curve));
        TravelTimes times = new BestKnownTravel(full, MeasuredWays.NONE, fixed);
        Departure morning = new Departure(DayOfWeek.MONDAY, LocalTime.of(8, 0));
        assertThat(times.way(Optional.of(A), Optional.of(C), morning).seconds()).isEqualTo(900);
        assertThat(times.table(List.of(Optional.of(A), Optional.of(C)), morning)[0][1]).isEqualTo(900);
        assertThat(times.way(Optional.of(A), Optional.of(C), new Departure(DayOfWeek.SUNDAY, LocalTime.NOON)).seconds()).isEqualTo(600);
    }
}
