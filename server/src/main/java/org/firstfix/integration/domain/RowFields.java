package org.firstfix.integration.domain;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstfix.integration.domain.Finding.Severity;

/** One row, read field by field. What is not right becomes a finding; reading goes on, so that all are found at once. */
public final class RowFields {
    private static final Pattern DATE = Pattern.compile(
            "(\\d{1,4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})日?(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final int LONGEST_SHOWN = 200;

    private final int row;
    private final Map<String, String> values;
    private final Map<String, String> headers;
    private final List<Finding> findings = new ArrayList<>();

    private RowFields(int row, Map<String, String> values, Map<String, String> headers) {
        this.row = row;
        this.values = values;
        this.headers = headers;
    }

    /** Reads the row's cells, and finds what is required and missing, or too long. */
    public static RowFields of(int row, List<String> cells, ImportKind kind, Columns columns) {
        Map<String, String> values = new HashMap<>();
        columns.indexByField().forEach((field, index) -> values.put(field, index < cells.size() ? cells.get(index) : ""));
        RowFields fields = new RowFields(row, values, columns.headerByField());
        for (ImportField field : kind.fields()) {
            String value = fields.text(field.key());
            if (field.required() && value.isEmpty()) {
                fields.error(field.key(), "integration.value-missing");
            }
            if (value.length() > field.longest()) {
                fields.error(field.key(), "integration.value-too-long", Map.of("longest", field.longest()));
            }
        }
        return fields;
    }

    public int row() {
        return row;
    }

    /** The value; empty if there is none. */
    public String text(String field) {
        return values.getOrDefault(field, "");
    }

    public Optional<String> given(String field) {
        return Optional.of(text(field)).filter(value -> !value.isEmpty());
    }

    /** A day written as 2009-01-08, 2009/1/8, 2009.1.8 or 2009年1月8日, with or without a time behind it. */
    public Optional<LocalDate> date(String field) {
        String text = Normalizer.normalize(text(field), Normalizer.Form.NFKC);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            error(field, "integration.date-unreadable");
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            error(field, "integration.date-out-of-range", Map.of("first", String.valueOf(FIRST_YEAR), "last", String.valueOf(LAST_YEAR)));
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))));
        } catch (DateTimeException e) {
            error(field, "integration.date-unreadable");
            return Optional.empty();
        }
    }

    /** A number between two limits. */
    public Optional<Double> number(String field, double least, double most) {
        String text = Normalizer.normalize(text(field), Normalizer.Form.NFKC);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
            error(field, "integration.number-out-of-range", Map.of("least", least, "most", most));
        } catch (NumberFormatException e) {
            error(field, "integration.number-unreadable");
        }
        return Optional.empty();
    }

    /**
     * One of some codes, written as the code or as what people call it.
     *
     * @param codes what people write, in any case, to the code that is meant
     * @param otherwise what an empty cell means
     */
    public String code(String field, Map<String, String> codes, String otherwise) {
        String text = text(field);
        if (text.isEmpty()) {
            return otherwise;
        }
        String code = codes.get(Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replace(' ', '_'));
        if (code == null) {
            error(field, "integration.code-unknown", Map.of("known", String.join(", ", codes.keySet())));
            return otherwise;
        }
        return code;
    }

    public void error(String field, String code) {
        error(field, code, Map.of());
    }

    public void error(String field, String code, Map<String, Object> more) {
        add(field, Severity.ERROR, code, more);
    }

    public void warning(String field, String code, Map<String, Object> more) {
        add(field, Severity.WARNING, code, more);
    }

    private void add(String field, Severity severity, String code, Map<String, Object> more) {
        String value = text(field);
        String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
        Map<String, Object> all = new HashMap<>(more);
        all.put("value", shown);
        findings.add(new Finding(row, headers.getOrDefault(field, ""), severity, code, shown, all));
    }

    public boolean isGood() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
