package org.firstfix.faultfinding;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The public data beside the project. Where it is missing, the test says so and is skipped. */
final class SharedData {
    private static final Path FOLDER = Path.of(System.getProperty("firstfix.shared", "../../../shared"));

    private SharedData() {}

    private static List<List<String>> rows(String file) {
        Path path = FOLDER.resolve(file);
        assumeThat(path).as("%s is not beside the project", path.toAbsolutePath().normalize()).exists();
        try {
            return Files.readString(path).replace("\uFEFF", "").lines().map(SharedData::columns).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These files have no line breaks within a value. */
    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        StringBuilder column = new StringBuilder();
        boolean quoted = false;
        for (char letter : line.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                columns.add(column.toString());
                column.setLength(0);
            } else {
                column.append(letter);
            }
        }
        columns.add(column.toString());
        return columns;
    }

    static List<Ticket> failureModes() {
        List<Ticket> tickets = new ArrayList<>();
        for (String file : List.of("fmc_train.csv", "fmc_dev.csv")) {
            for (List<String> row : rows("data/analytics/diagnosis/" + file)) {
                tickets.add(new Ticket("fmc " + tickets.size(), Question.of(row.get(0)), Repair.ofCause(row.get(1)), 0));
            }
        }
        return tickets;
    }

    static List<Ticket> aircraft() {
        return rows("data/analytics/diagnosis/aircraft_parts_first70.csv").stream().skip(1).map(row -> new Ticket(row.get(0), Question.of(row.get(1)),
                Repair.ofParts(Arrays.stream(row.get(2).split(";")).filter(part -> !part.isEmpty()).toList()), Double.parseDouble(row.get(0)))).toList();
    }

    /** Reports in both languages with the cause found. */
    static List<Ticket> faultCases() {
        return rows("domain/fault-cases.csv").stream().skip(1).map(row -> new Ticket(row.get(0) + " " + row.get(1),
                Question.of(row.get(1) + " " + row.get(2), row.get(3)), Repair.ofCause(row.get(6)), 0)).toList();
    }
}
