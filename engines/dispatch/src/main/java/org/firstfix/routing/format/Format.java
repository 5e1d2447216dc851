package org.firstfix.routing.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The kinds of instance the engine reads. */
public enum Format {
    /** Solomon, Gehring and Homberger. */
    SOLOMON,
    /** Technician routing and scheduling of Pillac. */
    TRSP,
    /** Teams of the ROADEF challenge of 2007: a folder. */
    ROADEF2007,
    /** Pick-up and delivery of Li and Lim. */
    PDPTW,
    /** Home care with linked visits of Mankowska. */
    HHCRSP,
    /** Our own. */
    JSON;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a file looks like.
     *
     * @throws FormatException if it looks like nothing known
     */
    public static Format of(Path file) {
        if (Files.isDirectory(file) && Files.exists(file.resolve("interv_list"))) {
            return ROADEF2007;
        }
        String text = String.join("\n", lines(file)).toUpperCase(Locale.ROOT);
        if (text.stripLeading().startsWith("{") && text.contains("\"ENGINEERS\"")) {
            return JSON;
        }
        if (text.stripLeading().startsWith("{") && text.contains("\"CAREGIVERS\"")) {
            return HHCRSP;
        }
        if (text.contains("CREW COUNT")) {
            return TRSP;
        }
        if (text.contains("VEHICLE") && text.contains("CUSTOMER")) {
            return SOLOMON;
        }
        List<NumberTable.Row> rows = NumberTable.of(lines(file));
        if (rows.size() > 1 && rows.get(0).values().length == 3 && rows.get(1).values().length == 9) {
            return PDPTW;
        }
        throw new FormatException(file + " looks like no known format. Maybe naming it with --format helps.");
    }

    /**
     * Reads an instance.
     *
     * @throws FormatException if the file cannot be read or is not what it should be
     */
    public Instance read(Path file) {
        try {
            return switch (this) {
                case SOLOMON -> SolomonInstance.parse(lines(file));
                case TRSP -> TrspInstance.parse(lines(file));
                case ROADEF2007 -> RoadefInstance.read(Files.isDirectory(file) ? file : file.toAbsolutePath().getParent());
                case PDPTW -> PdptwInstance.parse(lines(file));
                case HHCRSP -> HhcrspInstance.parse(String.join("\n", lines(file)));
                case JSON -> DayInstance.parse(String.join("\n", lines(file)));
            };
        } catch (FormatException e) {
            throw new FormatException(file + " is no instance of the format " + word() + ": " + e.getMessage());
        }
    }

    static List<String> lines(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (CharacterCodingException e) {
            throw new FormatException(file + " is no text in UTF-8.");
        } catch (IOException e) {
            throw new FormatException(file + " cannot be read: " + (Files.exists(file) ? e.getMessage() : "it does not exist") + ".");
        }
    }
}
