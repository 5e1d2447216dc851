package org.firstfix.integration.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstfix.platform.problem.Problem;

/** Collects a sheet row by row and holds its limits while it grows, not afterwards. */
final class SheetBuilder {
    private final List<Sheet.Row> rows = new ArrayList<>();
    private List<String> headers = List.of();

    void add(int number, List<String> cells) {
        List<String> clean = cells.stream().map(SheetBuilder::clean).toList();
        if (clean.size() > Sheet.MOST_COLUMNS) {
            throw Problem.invalid("integration.too-many-columns", Map.of("most", Sheet.MOST_COLUMNS));
        }
        clean.stream().filter(cell -> cell.length() > Sheet.LONGEST_CELL).findFirst().ifPresent(cell -> {
            throw Problem.invalid("integration.cell-too-long", Map.of("row", number, "most", Sheet.LONGEST_CELL));
        });
        Sheet.Row row = new Sheet.Row(number, clean);
        if (row.isEmpty()) {
            return;
        }
        if (headers.isEmpty()) {
            headers = clean;
            return;
        }
        if (rows.size() == Sheet.MOST_ROWS) {
            throw Problem.invalid("integration.too-many-rows", Map.of("most", Sheet.MOST_ROWS));
        }
        rows.add(row);
    }

    Sheet build(String encoding) {
        if (headers.isEmpty()) {
            throw Problem.invalid("integration.file-without-headers", Map.of());
        }
        return new Sheet(encoding, headers, List.copyOf(rows));
    }

    /** The apostrophe that keeps a spreadsheet from calculating, ours or the user's, is no part of the value. */
    private static String clean(String cell) {
        String text = cell.strip();
        return text.length() > 1 && text.charAt(0) == '\'' && NoFormula.isDangerous(text.substring(1)) ? text.substring(1) : text;
    }
}
