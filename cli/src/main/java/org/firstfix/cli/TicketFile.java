package org.firstfix.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of tickets: CSV in UTF-8, with or without a byte order mark. Columns are meant by the names of the first line. When all that are asked for are
 * numbers and no such names, they are meant by their place from 1, and the first line is a ticket like the others.
 *
 * @param rows the values of the columns asked for, in their order
 */
record TicketFile(List<List<String>> rows) {

    /** @throws Cli.Refused if the file cannot be read, is empty, no UTF-8, has rows of unequal length, or lacks a column */
    static TicketFile read(String option, Path file, List<String> columns) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Cli.Refused(option + " " + file + " cannot be read. Maybe it does not exist, or is a folder.");
        }
        try (Reader text = new InputStreamReader(Files.newInputStream(file),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
                CSVParser parser = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get().parse(text)) {
            return rows(option + " " + file, parser, columns);
        } catch (CharacterCodingException e) {
            throw notUtf8(option, file);
        } catch (IOException | UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notUtf8(option, file);
            }
            throw new Cli.Refused(option + " " + file + " is no CSV: " + e.getMessage() + ". Maybe a quotation mark is not closed.");
        }
    }

    private static Cli.Refused notUtf8(String option, Path file) {
        return new Cli.Refused(option + " " + file + " is not UTF-8. Maybe it is GBK or Latin-1: convert it, for example with iconv -f GBK -t UTF-8.");
    }

    private static TicketFile rows(String what, CSVParser parser, List<String> columns) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = List.of();
        int[] places = {};
        for (CSVRecord line : parser) {
            List<String> values = line.toList();
            if (header.isEmpty()) {
                header = header(values);
                places = places(what, header, columns);
                if (areNumbers(header, columns)) {
                    rows.add(picked(header, places));
                }
            } else if (values.size() != header.size()) {
                throw new Cli.Refused("%s: line %d has %d columns, the first line has %d. Maybe a text with a comma is not in quotation marks."
                        .formatted(what, parser.getCurrentLineNumber(), values.size(), header.size()));
            } else {
                rows.add(picked(values, places));
            }
        }
        if (rows.isEmpty()) {
            throw new Cli.Refused(what + " holds no ticket." + (header.isEmpty() ? " It is empty." : " It has only a first line with names."));
        }
        return new TicketFile(rows);
    }

    private static List<String> header(List<String> first) {
        List<String> names = new ArrayList<>(first);
        names.set(0, names.getFirst().replace("\uFEFF", ""));
        return names;
    }

    private static boolean areNumbers(List<String> header, List<String> columns) {
        return columns.stream().allMatch(column -> column.matches("[1-9]\\d{0,3}") && !header.contains(column));
    }

    private static int[] places(String what, List<String> header, List<String> columns) {
        boolean numbers = areNumbers(header, columns);
        return columns.stream().mapToInt(column -> {
            int place = numbers ? Integer.parseInt(column) - 1 : header.indexOf(column);
            if (place < 0 || place >= header.size()) {
                throw new Cli.Refused(what + " has no column \"" + column + "\". It has " + String.join(", ", header) + ".");
            }
            if (!numbers && header.lastIndexOf(column) != place) {
                throw new Cli.Refused(what + " has the column \"" + column + "\" twice. Name each column differently.");
            }
            return place;
        }).toArray();
    }

    private static List<String> picked(List<String> values, int[] places) {
        return IntStream.of(places).mapToObj(values::get).toList();
    }
}
