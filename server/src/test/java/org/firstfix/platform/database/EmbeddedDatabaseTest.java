package org.firstfix.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it survives being killed is shown by {@code KilledServerTest}. */
class EmbeddedDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void aPortTakenByAnotherProgramIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, other.getLocalPort(), false))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " is taken by another program");
        }
    }
}
