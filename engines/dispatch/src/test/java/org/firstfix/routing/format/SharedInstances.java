package org.firstfix.routing.format;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/** The public instances beside the project; a test that needs them is skipped where they are missing. */
final class SharedInstances {
    private static final Path FOLDER = Path.of("../../../shared/data/dispatch");

    private SharedInstances() {}

    static Path file(String name) {
        assumeThat(FOLDER.resolve(name)).as("the public instances lie beside the project, in ../shared/data").exists();
        return FOLDER.resolve(name);
    }
}
