package org.firstfix.integration.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.files.FileKind;
import org.firstfix.platform.files.StoredFile;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsUtf8WithAndWithoutMarkAndGb18030() throws Exception {
        String text = "客户,型号\r\n\"杭州, 维荣\",7979Q7C\r\n\r\n浙江农信,7979F3A\r\n";
        for (byte[] bytes : List.of(text.getBytes(StandardCharsets.UTF_8), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(Charset.forName("GB18030")))) {
            Sheet sheet = csv(bytes);
            assertThat(sheet.headers()).containsExactly("客户", "型号");
            assertThat(sheet.rows()).extracting(row -> row.cell(0)).containsExactly("杭州, 维荣", "浙江农信");
        }
        assertThat(csv(text.getBytes(Charset.forName("GB18030"))).encoding()).isEqualTo("GB18030");
    }

    @Test
    void readsSemicolonsAndTabs() throws Exception {
        assertThat(csv("a;b\n1;2,5\n".getBytes()).rows().getFirst().cells()).containsExactly("1", "2,5");
        assertThat(csv("a\tb\n1\t2\n".getBytes()).rows().getFirst().cells()).containsExactly("1", "2");
    }

    @Test
    void refusesWhatIsNoWriting() {
        refused("integration.encoding-unreadable", () -> csv("name,café\n".getBytes(StandardCharsets.ISO_8859_1)));
        refused("integration.encoding-unreadable", () -> csv(new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'}));
        refused("integration.csv-malformed", () -> csv("a,b\n\"never closed,1\n".getBytes()));
        refused("integration.file-without-headers", () -> csv(" \n,,\n".getBytes()));
    }

    @Test
    void holdsItsLimits() {
        refused("integration.too-many-rows", () -> csv(("a\n" + "1\n".repeat(Sheet.MOST_ROWS + 1)).getBytes()));
        refused("integration.too-many-columns", () -> csv(("a" + ",a".repeat(Sheet.MOST_COLUMNS)).getBytes()));
        refused("integration.cell-too-long", () -> csv(("a\n" + "x".repeat(Sheet.LONGEST_CELL + 1) + "\n").getBytes()));
    }

    @Test
    void readsAWorkbookAsAPersonSeesIt() throws Exception {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "t", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("s");
            List.of("day", "number", "text", "truth").forEach(header -> sheet.value(0, sheet.value(0, 0) == null ? 0
                    : sheet.value(0, 1) == null ? 1 : sheet.value(0, 2) == null ? 2 : 3, header));
            sheet.value(1, 0, LocalDate.of(2009, 1, 8));
            sheet.style(1, 0).format("yyyy-mm-dd").set();
            sheet.value(1, 1, 123456789012L);
            sheet.value(1, 2, "=1+1");
            sheet.value(1, 3, true);
        }
        Sheet sheet = xlsx(file);
        assertThat(sheet.headers()).containsExactly("day", "number", "text", "truth");
        assertThat(sheet.rows().getFirst().cells()).containsExactly("2009-01-08", "123456789012", "=1+1", "true");
    }

    @Test
    void refusesBombsBeforeAParserSeesThem() throws Exception {
        Path deep = zip(zip -> {
            entry(zip, "xl/workbook.xml", "<workbook/>".getBytes());
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        });
        assertThat(Files.size(deep)).isLessThan(1 << 20);
        refused("integration.workbook-too-large", () -> xlsx(deep));
        Path wide = zip(zip -> {
            entry(zip, "xl/workbook.xml", "<workbook/>".getBytes());
            for (int i = 0; i < 2_000; i++) {
                entry(zip, "xl/media/" + i, new byte[1]);
            }
        });
        refused("integration.workbook-too-large", () -> xlsx(wide));
    }

    @Test
    void refusesEntitiesAndWhatOnlyLooksLikeAWorkbook() throws Exception {
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>";
        refused("integration.no-workbook", () -> xlsx(zip(zip -> {
            entry(zip, "xl/workbook.xml", "<workbook/>".getBytes());
            entry(zip, "xl/worksheets/sheet1.xml", laughs.getBytes());
        })));
        refused("integration.no-workbook", () -> xlsx(zip(zip -> entry(zip, "word/document.xml", "<w/>".getBytes()))));
        refused("integration.no-workbook", () -> xlsx(zip(zip -> entry(zip, "xl/workbook.xml", "no xml at all".getBytes()))));
        Path cut = folder.resolve("cut.xlsx");
        Files.write(cut, new byte[] {'P', 'K', 3, 4, 0, 0});
        refused("integration.no-workbook", () -> xlsx(cut));
    }

    @Test
    void whatGoesOutNeverCalculatesAndComesBackAsItWas() throws Exception {
        List<String> cells = List.of("=cmd|' /C calc'!A0", "+8657112345678", "-1", "@SUM(A1)", "\tx", "plain", "a,\"b\"\nc", "＝1");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetWriter writer = new SheetWriter.Csv(bytes)) {
            writer.headers(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
            writer.row(cells);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFa,b").contains("'=cmd").contains("'+86").contains("'-1").contains("'@SUM").contains("'\tx")
                .contains("'＝1");
        assertThat(csv(bytes.toByteArray()).rows().getFirst().cells()).containsExactly("=cmd|' /C calc'!A0", "+8657112345678", "-1",
                "@SUM(A1)", "\tx", "plain", "a,\"b\"\nc", "＝1");
        Path workbook = folder.resolve("out.xlsx");
        try (OutputStream out = Files.newOutputStream(workbook); SheetWriter writer = new SheetWriter.Xlsx(out, "s")) {
            writer.headers(List.of("a", "b"));
            writer.row(List.of("=1+1", 5));
        }
        try (var zip = new java.util.zip.ZipFile(workbook.toFile())) {
            String sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sheet).doesNotContain("<f>").contains("inlineStr");
        }
        assertThat(xlsx(workbook).rows().getFirst().cells()).containsExactly("=1+1", "5");
    }

    private interface Filling {
        void fill(ZipOutputStream zip) throws IOException;
    }

    private Path zip(Filling filling) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            filling.fill(zip);
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private Sheet csv(byte[] bytes) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".csv");
        Files.write(file, bytes);
        return SheetReader.read(stored(FileKind.TEXT), file);
    }

    private static Sheet xlsx(Path file) {
        return SheetReader.read(stored(FileKind.XLSX), file);
    }

    private static StoredFile stored(FileKind kind) {
        return new StoredFile(new FileId(UUID.randomUUID()), "f", kind.mediaType(), 1, "", new OrgPath("house"), Instant.EPOCH);
    }

    private static void refused(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
