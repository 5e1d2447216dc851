package org.firstfix.integration.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.firstfix.platform.problem.Problem;

/**
 * Reads the first sheet of a workbook. A workbook is a zip, and a small zip can unpack to anything: every entry is
 * counted before a parser sees it, and what declares a document type of its own is refused.
 */
final class XlsxReader {
    private static final int MOST_ENTRIES = 500;
    private static final long MOST_UNPACKED = 150L << 20;
    private static final long MOST_SHARED_TEXT = 40L << 20;
    private static final long RATIO_COUNTS_FROM = 1L << 20;
    private static final int LARGEST_RATIO = 100;
    private static final int MOST_CELLS = 1_000_000;
    private static final Pattern DATE_FORMAT = Pattern.compile("[ymd年月日]", Pattern.CASE_INSENSITIVE);

    private XlsxReader() {}

    static Sheet read(Path file) {
        refuseBombs(file);
        ReadingOptions withFormats = new ReadingOptions(true, true);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), withFormats);
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            SheetBuilder sheet = new SheetBuilder();
            int[] cells = new int[1];
            rows.forEach(row -> {
                cells[0] += row.getPhysicalCellCount();
                if (cells[0] > MOST_CELLS) {
                    throw Problem.invalid("integration.too-many-cells", Map.of("most", MOST_CELLS));
                }
                sheet.add(row.getRowNum(), texts(row));
            });
            return sheet.build("XLSX");
        } catch (IOException | ExcelReaderException | UncheckedIOException | IndexOutOfBoundsException | NullPointerException
                | IllegalArgumentException | IllegalStateException e) {
            throw Problem.invalid("integration.no-workbook", Map.of());
        }
    }

    private static List<String> texts(Row row) {
        if (row.getCellCount() > Sheet.MOST_COLUMNS) {
            throw Problem.invalid("integration.too-many-columns", Map.of("most", Sheet.MOST_COLUMNS));
        }
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            texts.add(row.getOptionalCell(column).map(XlsxReader::text).orElse(""));
        }
        return texts;
    }

    /** As the person sees it: days as days, whole numbers without a point, the result of a formula. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.ERROR || cell.getValue() == null) {
            return cell.getRawValue() == null ? "" : cell.getRawValue();
        }
        if (cell.getType() == CellType.NUMBER) {
            String format = cell.getDataFormatString();
            if (format != null && DATE_FORMAT.matcher(format.replaceAll("\\[[^]]*]|\"[^\"]*\"", "")).find()) {
                LocalDateTime at = cell.asDate();
                return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
            }
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        if (cell.getType() == CellType.FORMULA) {
            return cell.getRawValue() == null ? "" : cell.getRawValue();
        }
        return cell.getText();
    }

    /** Unpacks everything once into nothing, with a budget: what an entry says about its own size is not believed. */
    private static void refuseBombs(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw bomb();
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw Problem.invalid("integration.no-workbook", Map.of());
            }
            long budget = MOST_UNPACKED;
            for (ZipEntry entry : zip.stream().toList()) {
                budget -= unpackedSize(zip, entry, budget);
            }
        } catch (ZipException e) {
            throw Problem.invalid("integration.no-workbook", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long unpackedSize(ZipFile zip, ZipEntry entry, long budget) throws IOException {
        long most = entry.getName().endsWith("sharedStrings.xml") ? Math.min(budget, MOST_SHARED_TEXT) : budget;
        long size = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream content = zip.getInputStream(entry)) {
            for (int read; (read = content.readNBytes(buffer, 0, buffer.length)) > 0; ) {
                if (size == 0 && new String(buffer, 0, Math.min(read, 4096), StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                    throw Problem.invalid("integration.no-workbook", Map.of());
                }
                size += read;
                if (size > most || (size > RATIO_COUNTS_FROM && size / Math.max(1, entry.getCompressedSize()) > LARGEST_RATIO)) {
                    throw bomb();
                }
            }
        }
        return size;
    }

    private static Problem bomb() {
        return Problem.invalid("integration.workbook-too-large", Map.of("megabytes", MOST_UNPACKED >> 20));
    }
}
