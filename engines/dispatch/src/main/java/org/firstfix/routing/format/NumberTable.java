package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text file that consist of numbers, each with its line number for messages. */
final class NumberTable {

    /** @param line counted from 1 */
    record Row(int line, double[] values) {

        /** @throws FormatException if it is no whole number */
        int whole(int column) {
            double value = values[column];
            if (value != Math.rint(value) || Math.abs(value) > 1_000_000_000) {
                throw new FormatException("line " + line + ": " + value + " in column " + (column + 1) + " is no whole number of a sensible size.");
            }
            return (int) value;
        }
    }

    private NumberTable() {}

    static List<Row> of(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).strip().split("[\\s,]+");
            double[] values = new double[words.length];
            try {
                for (int word = 0; word < words.length; word++) {
                    values[word] = Double.parseDouble(words[word]);
                }
            } catch (NumberFormatException e) {
                continue; // a heading or an empty line
            }
            rows.add(new Row(i + 1, values));
        }
        return rows;
    }
}
