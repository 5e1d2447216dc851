package org.firstfix.integration.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.firstfix.platform.problem.Problem;

/**
 * Reads comma, semicolon or tab separated text, in UTF-8 with or without a mark, or in GB18030 as Chinese spreadsheets
 * write it. A text that is neither is refused: guessing would fill records with rubbish.
 */
final class CsvReader {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CsvReader() {}

    private record Decoded(String encoding, String text) {}

    static Sheet read(Path file) {
        try {
            Decoded decoded = decode(Files.readAllBytes(file));
            return parse(decoded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sheet parse(Decoded decoded) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator(decoded.text()))
                .setIgnoreEmptyLines(true).setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL).get();
        SheetBuilder sheet = new SheetBuilder();
        try (CSVParser records = CSVParser.parse(new StringReader(decoded.text()), format)) {
            for (CSVRecord line : records) {
                sheet.add(Math.toIntExact(line.getRecordNumber()), List.of(line.values()));
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw Problem.invalid("integration.csv-malformed", Map.of("what", String.valueOf(e.getMessage())));
        }
        return sheet.build(decoded.encoding());
    }

    private static Decoded decode(byte[] bytes) {
        if (bytes.length >= 3 && Arrays.equals(bytes, 0, 3, UTF_8_MARK, 0, 3)) {
            byte[] rest = Arrays.copyOfRange(bytes, 3, bytes.length);
            return strictly(rest, StandardCharsets.UTF_8).map(text -> new Decoded("UTF-8", text)).orElseThrow(CsvReader::unreadable);
        }
        return strictly(bytes, StandardCharsets.UTF_8).map(text -> new Decoded("UTF-8", text))
                .or(() -> strictly(bytes, GB18030).filter(CsvReader::looksLikeWriting).map(text -> new Decoded("GB18030", text)))
                .orElseThrow(CsvReader::unreadable);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Almost any two bytes are some character of GB18030, but only writing is letters, digits and signs throughout. */
    private static boolean looksLikeWriting(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.PRIVATE_USE
                || Character.getType(c) == Character.UNASSIGNED || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'));
    }

    /** The sign that stands most often in the line of headers, outside quotes. */
    private static char separator(String text) {
        String headers = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = headers.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static Problem unreadable() {
        return Problem.invalid("integration.encoding-unreadable", Map.of());
    }
}
