package org.firstfix.integration.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows as they come, never the whole list in memory. Closing completes the file. */
public interface SheetWriter extends AutoCloseable {
    void headers(List<String> headers) throws IOException;

    /** @param cells texts, numbers, truth values; everything else as its text */
    void row(List<?> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** Text for every program; the mark at its beginning tells spreadsheets that it is UTF-8. */
    final class Csv implements SheetWriter {
        private final CSVPrinter printer;

        public Csv(OutputStream out) throws IOException {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 64 * 1024);
            writer.write('\uFEFF');
            printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        }

        @Override
        public void headers(List<String> headers) throws IOException {
            row(headers);
        }

        @Override
        public void row(List<?> cells) throws IOException {
            for (Object cell : cells) {
                printer.print(cell instanceof BigDecimal number ? number.toPlainString()
                        : cell instanceof Number || cell instanceof Boolean ? cell.toString() : NoFormula.neutral(String.valueOf(cell)));
            }
            printer.println();
        }

        @Override
        public void close() throws IOException {
            printer.close(true);
        }
    }

    /** A workbook; texts are stored as texts, so that nothing in them is ever calculated. */
    final class Xlsx implements SheetWriter {
        private static final int FLUSH_EVERY = 500;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;

        public Xlsx(OutputStream out, String title) {
            workbook = new Workbook(out, "Firstfix", "1.0");
            sheet = workbook.newWorksheet(title);
        }

        @Override
        public void headers(List<String> headers) throws IOException {
            for (int column = 0; column < headers.size(); column++) {
                sheet.inlineString(0, column, headers.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, Math.clamp(headers.get(column).length() * 2L + 4, 12, 40));
            }
            sheet.freezePane(0, 1);
            row = 1;
        }

        @Override
        public void row(List<?> cells) throws IOException {
            if (row >= Worksheet.MAX_ROWS) {
                throw new IOException("A worksheet has at most " + Worksheet.MAX_ROWS + " rows.");
            }
            for (int column = 0; column < cells.size(); column++) {
                switch (cells.get(column)) {
                    case Number number -> sheet.value(row, column, number);
                    case Boolean truth -> sheet.value(row, column, truth);
                    case Object text when !text.equals("") -> sheet.inlineString(row, column, String.valueOf(text));
                    default -> {}
                }
            }
            if (++row % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
            workbook.finish();
        }
    }
}
