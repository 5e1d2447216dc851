package org.firstfix.benchmarks.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@link PeerRun} in a process of its own with one processor, and what it answered. */
final class PeerProcess {
    private String name;
    private double cpu;
    private double wall;
    private final List<List<Integer>> routes = new ArrayList<>();

    private PeerProcess(String name) {
        this.name = name;
    }

    /**
     * Waits for it. What the process says besides its answer is in {@code peer-NAME.log} in the folder for temporary files.
     *
     * @param peer such as {@code jsprit} or {@code timefold:wide}
     */
    static PeerProcess ask(String peer, String... arguments) {
        PeerProcess answer = new PeerProcess(peer);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:ActiveProcessorCount=1",
                "-Xmx2g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                PeerRun.class.getName(), "--peer", peer.replaceFirst(":.*", ""), "--variant", peer.replaceFirst("^[^:]*:?", "")));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(Path.of(System.getProperty("java.io.tmpdir"), "peer-" + peer.replace(':', '-') + ".log").toFile()).start();
            try (var lines = process.inputReader()) {
                lines.lines().forEach(answer::read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer;
    }

    private void read(String line) {
        String rest = line.substring(line.indexOf(' ') + 1);
        switch (line.substring(0, Math.max(0, line.indexOf(' ')))) {
            case "name" -> name = rest;
            case "cpu" -> cpu = Double.parseDouble(rest);
            case "wall" -> wall = Double.parseDouble(rest);
            case "route" -> routes.add(rest.isBlank() ? List.of() : Arrays.stream(rest.trim().split(" ")).map(Integer::valueOf).toList());
            default -> throw new IllegalStateException("a peer answered \"" + line + "\".");
        }
    }

    String name() {
        return name;
    }

    /** Seconds. */
    double cpu() {
        return cpu;
    }

    double wall() {
        return wall;
    }

    /** Jobs of each vehicle, counted from 1; none if the process failed. */
    List<List<Integer>> routes() {
        return routes;
    }
}
