package org.firstfix.integration.sheet;

import java.util.List;

/**
 * A table from somebody's file: one line of headers, then rows of text as a person would read them.
 *
 * @param encoding how the file was written: UTF-8, GB18030 or XLSX
 */
public record Sheet(String encoding, List<String> headers, List<Row> rows) {
    public static final int MOST_ROWS = 20_000;
    public static final int MOST_COLUMNS = 100;
    public static final int LONGEST_CELL = 8_000;

    /** @param number as the person's program counts: the headers are row 1 */
    public record Row(int number, List<String> cells) {
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }
}
