package org.firstfix.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({"photo.jpg, photo.jpg", "C:\\photos\\机柜.jpg, 机柜.jpg", "../../etc/passwd, passwd", "/, file", "'a\nb\0.png', ab.png", ".., .."})
    void onlyTheNameIsKept(String sent, String kept) {
        assertThat(FileStore.nameAlone(sent)).isEqualTo(kept);
    }
}
