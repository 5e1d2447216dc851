package org.firstfix.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firstfix.testing.FreePort;
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

    /** That a database can be made with what is unpacked then is shown by {@code KilledServerTest}. */
    @Test
    void whatWasHalfUnpackedWhenTheServerWasKilledIsThrownAwayAndWhatIsWholeIsKept() throws Exception {
        Path half = Files.createDirectories(folder.resolve("binaries/PG-half/share"));
        Path whole = Files.createDirectories(folder.resolve("binaries/PG-whole"));
        Files.createFile(half.resolve("system_views.sql"));
        Files.createFile(whole.resolve(".exists"));
        EmbeddedDatabase.start(folder, FreePort.find(), false).close();
        assertThat(half.getParent()).doesNotExist();
        assertThat(whole.resolve(".exists")).exists();
    }
}
