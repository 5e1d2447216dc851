package org.firstfix.benchmarks.dispatch;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.firstfix.benchmarks.dispatch.peers.CpuClock;
import org.firstfix.benchmarks.dispatch.peers.Firstfix;
import org.firstfix.benchmarks.dispatch.peers.Jsprit;
import org.firstfix.benchmarks.dispatch.peers.OptaPlanner;
import org.firstfix.benchmarks.dispatch.peers.OrTools;
import org.firstfix.benchmarks.dispatch.peers.Peer;
import org.firstfix.benchmarks.dispatch.peers.RoutingTask;
import org.firstfix.benchmarks.dispatch.peers.Timefold;
import org.firstfix.routing.format.Format;
import org.firstfix.routing.format.SolomonInstance;
import org.firstfix.routing.plan.ServiceDay;

/**
 * One library, one problem, one process: prints {@code name}, {@code cpu}, {@code wall} and a line for each route, which {@link PeerProcess} reads.
 * {@code --peer firstfix|timefold|optaplanner|jsprit|ortools --file INSTANCE --seconds 10 --seed 1}, or instead of a file
 * {@code --day 1 --engineers 50 --visits 250}.
 */
final class PeerRun {
    private PeerRun() {}

    public static void main(String[] arguments) {
        // Libraries print what they like to standard output; only the answer goes to the real one.
        PrintStream answer = System.out;
        System.setOut(System.err);
        Options options = new Options(arguments);
        Peer own;
        RoutingTask task;
        if (options.text("engineers", "").isEmpty()) {
            Path file = Path.of(options.text("file", ""));
            SolomonInstance instance = (SolomonInstance) Format.of(file).read(file);
            own = Firstfix.of(instance);
            task = RoutingTask.of(instance);
        } else {
            ServiceDay day = PeerDay.draw(options.number("day", 1), options.number("engineers", 50), options.number("visits", 250));
            own = Firstfix.of(day);
            task = RoutingTask.of(day);
        }
        Peer peer = switch (options.text("peer", "firstfix")) {
            case "firstfix" -> own;
            case "timefold" -> new Timefold(options.text("variant", ""));
            case "optaplanner" -> new OptaPlanner();
            case "jsprit" -> new Jsprit();
            case "ortools" -> new OrTools();
            default -> throw new IllegalArgumentException("there is no peer " + options.text("peer", "") + ".");
        };
        long began = System.nanoTime();
        CpuClock clock = new CpuClock(options.amount("seconds", 10));
        int[][] routes = peer.solve(task, clock, options.number("seed", 1));
        answer.println("name " + peer.name());
        answer.println("cpu " + clock.seconds());
        answer.println("wall " + (System.nanoTime() - began) / 1e9);
        for (int[] route : routes) {
            answer.println("route " + Arrays.stream(route).mapToObj(job -> String.valueOf(job + 1)).collect(Collectors.joining(" ")));
        }
        answer.flush();
        System.exit(0);
    }
}
