package org.firstfix.dispatch.storage;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.util.GHUtility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.RoadNetwork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The road network of an OpenStreetMap extract, in this process (GraphHopper 11, contraction hierarchies, profile "car"). The first
 * start reads the map and keeps the graph beside it; later ones load that. Whoever asks never waits: ways that are not known yet
 * are computed in the background, and until then the profile answers.
 */
final class GraphHopperRoads implements RoadNetwork, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphHopperRoads.class);
    private static final String CAR = "car";
    private static final int SMALLEST_NETWORK = 200;
    /** Further from a road than that a place is off the map. */
    private static final double OFF_THE_MAP_METRES = 1_000;

    private final Path map;
    private final GraphHopper hopper;
    private final KnownWays ways = new KnownWays();
    private final LinkedBlockingQueue<KnownWays.Asked> asked = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final Thread worker;

    private GraphHopperRoads(Path map, GraphHopper hopper) {
        this.map = map;
        this.hopper = hopper;
        this.worker = Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("roads").start(this::computeUntilClosed);
    }

    /** @throws IllegalStateException naming the file and what may help, if it is no map */
    static GraphHopperRoads of(Path map) {
        return of(map, SMALLEST_NETWORK);
    }

    /** @param smallestNetwork islands of fewer stretches are dropped: a car park on the map that leads nowhere catches nobody */
    static GraphHopperRoads of(Path map, int smallestNetwork) {
        if (!Files.isRegularFile(map) || !Files.isReadable(map)) {
            throw unusable(map, Files.isDirectory(map) ? "is a folder" : Files.exists(map) ? "cannot be read by this user" : "does not exist", null);
        }
        GraphHopper hopper = new GraphHopper();
        try {
            hopper.setOSMFile(map.toString());
            hopper.setGraphHopperLocation(graphOf(map).toString());
            hopper.setEncodedValuesString("car_access, car_average_speed, road_access");
            hopper.setProfiles(new Profile(CAR).setCustomModel(GHUtility.loadCustomModelFromJar("car.json")));
            hopper.getCHPreparationHandler().setCHProfiles(new CHProfile(CAR));
            hopper.setMinNetworkSize(smallestNetwork);
            hopper.importOrLoad();
        } catch (RuntimeException | IOException unreadable) {
            hopper.close();
            throw unusable(map, "cannot be read as an OpenStreetMap extract (" + unreadable.getMessage() + ")", unreadable);
        }
        if (hopper.getBaseGraph().getEdges() == 0) {
            hopper.close();
            throw unusable(map, "holds no road for cars", null);
        }
        LOG.info("Roads of {}: {} junctions, {} stretches.", map, hopper.getBaseGraph().getNodes(), hopper.getBaseGraph().getEdges());
        return new GraphHopperRoads(map, hopper);
    }

    /** A graph belongs to one state of its map: a newer file gets a graph of its own. */
    private static Path graphOf(Path map) throws IOException {
        return map.resolveSibling(map.getFileName() + ".roads-" + Files.size(map) + "-" + Files.getLastModifiedTime(map).toMillis());
    }

    private static IllegalStateException unusable(Path map, String why, @Nullable Exception cause) {
        return new IllegalStateException("The map \"" + map + "\" of firstfix.travel.map-file " + why + ". Give an extract of your region in the form"
                + " .osm.pbf, whose folder the server may write to, or leave the setting out: travel times are then those that were learnt.", cause);
    }

    @Override
    public State state() {
        long left = waiting.get();
        return new State(left > 0 ? Condition.COMPUTING : Condition.READY, map.toString(), ways.size(), left);
    }

    @Override
    public OptionalInt seconds(Place from, Place to) {
        return known(ways.ask(List.of(Optional.of(from), Optional.of(to)), this::compute)[0][1]);
    }

    private static OptionalInt known(int seconds) {
        return seconds == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(seconds);
    }

    @Override
    public int[][] known(List<Optional<Place>> places) {
        return ways.ask(places, this::compute);
    }

    private void compute(KnownWays.Asked way) {
        waiting.incrementAndGet();
        asked.add(way);
    }

    private void computeUntilClosed() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                KnownWays.Asked way = asked.take();
                ways.tell(way, driveOrUnknown(way.from(), way.to()));
                waiting.decrementAndGet();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** One way that cannot be computed must not stop the others. */
    private int driveOrUnknown(Place from, Place to) {
        try {
            return drive(from, to);
        } catch (RuntimeException impassable) {
            LOG.warn("The way from {} to {} cannot be computed.", from, to, impassable);
            return UNKNOWN;
        }
    }

    /** @return seconds; {@link #UNKNOWN} where no road leads */
    private int drive(Place from, Place to) {
        GHResponse answer = hopper.route(new GHRequest(from.latitude(), from.longitude(), to.latitude(), to.longitude()).setProfile(CAR));
        if (answer.hasErrors() || isOffTheMap(answer, from, to)) {
            return UNKNOWN;
        }
        return (int) Math.ceilDiv(answer.getBest().getTime(), 1_000L);
    }

    private static boolean isOffTheMap(GHResponse answer, Place from, Place to) {
        var snapped = answer.getBest().getWaypoints();
        return metres(from, snapped.getLat(0), snapped.getLon(0)) > OFF_THE_MAP_METRES
                || metres(to, snapped.getLat(snapped.size() - 1), snapped.getLon(snapped.size() - 1)) > OFF_THE_MAP_METRES;
    }

    private static double metres(Place place, double latitude, double longitude) {
        return place.kilometresTo(new Place(latitude, longitude)) * 1_000;
    }

    @Override
    public void close() {
        worker.interrupt();
        try {
            worker.join(5_000);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        hopper.close();
    }
}
