package org.firstfix.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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

    @Test
    void programsThatWereHalfUnpackedWhenTheServerWasKilledAreUnpackedAnew() throws Exception {
        EmbeddedDatabase.start(folder, freePort(), false).close();
        Path views = found("system_views.sql");
        Files.write(views, new byte[0]);
        Files.delete(found(".exists"));

        try (EmbeddedDatabase anew = EmbeddedDatabase.start(folder, freePort(), true)) {
            assertThat(views).isNotEmptyFile();
            assertThat(anew.url()).isNotBlank();
        }
    }

    private Path found(String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("binaries"))) {
            return all.filter(path -> path.getFileName().toString().equals(name)).findFirst().orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
