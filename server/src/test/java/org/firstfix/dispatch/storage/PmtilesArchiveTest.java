package org.firstfix.dispatch.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PmtilesArchiveTest {
    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("region.pmtiles"), content);
    }

    private Path with(int at, int value) throws IOException {
        byte[] content = SmallMap.content();
        content[at] = (byte) value;
        return file(content);
    }

    @Test
    void aMapOfVectorTilesIsTaken() throws Exception {
        Path map = file(SmallMap.content());
        assertThat(PmtilesArchive.checked(map)).isEqualTo(map);
    }

    @Test
    void anyOtherFileIsToldWithItsNameAndWhatMayHelp() throws Exception {
        assertThatThrownBy(() -> PmtilesArchive.checked(folder.resolve("gone.pmtiles"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gone.pmtiles").hasMessageContaining("firstfix.map-file").hasMessageContaining("does not exist")
                .hasMessageContaining("leave the setting out");
        assertThatThrownBy(() -> PmtilesArchive.checked(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> PmtilesArchive.checked(file("Dear map".getBytes()))).hasMessageContaining("is no PMTiles archive");
        assertThatThrownBy(() -> PmtilesArchive.checked(with(0, 'Q'))).hasMessageContaining("is no PMTiles archive");
        assertThatThrownBy(() -> PmtilesArchive.checked(with(7, 2))).hasMessageContaining("version 2, not 3");
        assertThatThrownBy(() -> PmtilesArchive.checked(with(99, 2))).hasMessageContaining("holds no vector tiles");
        assertThatThrownBy(() -> PmtilesArchive.checked(with(98, 4))).hasMessageContaining("not by gzip");
        byte[] whole = SmallMap.content();
        assertThatThrownBy(() -> PmtilesArchive.checked(file(Arrays.copyOf(whole, whole.length - 1))))
                .hasMessageContaining("is cut off: it has " + (whole.length - 1) + " of " + whole.length + " bytes");
    }
}
