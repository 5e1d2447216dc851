package org.firstfix.platform.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.firstfix.platform.problem.Problem;

/**
 * A place in a sorted list: the sort values of the last row seen. Opaque to callers. A cursor only fits the sort order
 * that made it, so the first part names that order.
 */
public record Cursor(String order, List<String> parts) {
    private static final String SEPARATOR = "\u001f";

    public static Cursor after(String order, Object... parts) {
        return new Cursor(order, Arrays.stream(parts).map(String::valueOf).toList());
    }

    public String encode() {
        String text = order + SEPARATOR + String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor of the given order with that many parts. */
    public static Cursor decode(String text, String order, int parts) {
        try {
            String[] pieces = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (pieces.length == parts + 1 && pieces[0].equals(order)) {
                return new Cursor(order, List.of(pieces).subList(1, pieces.length));
            }
        } catch (IllegalArgumentException e) {
            // Falls through: the same answer as for a cursor of another list.
        }
        throw Problem.invalid("platform.cursor-unknown", Map.of("cursor", text));
    }

    public String text(int part) {
        return parts.get(part);
    }

    public Instant instant(int part) {
        return read(part, Instant::parse);
    }

    public long number(int part) {
        return read(part, Long::parseLong);
    }

    public LocalDate date(int part) {
        return read(part, LocalDate::parse);
    }

    public UUID uuid(int part) {
        return read(part, UUID::fromString);
    }

    private <T> T read(int part, Function<String, T> reader) {
        try {
            return reader.apply(parts.get(part));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Problem.invalid("platform.cursor-unknown", Map.of("cursor", encode()));
        }
    }
}
