package org.firstfix.integration.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which column of a file is read as which field. */
public record Columns(List<Column> columns) {
    public Columns {
        columns = List.copyOf(columns);
    }

    /** @param field what it is read as; nothing if it is left out */
    public record Column(int index, String header, Optional<String> field) {}

    /**
     * Recognises headers by the field's name, its label in either language and what else people call it. Case, spaces
     * and signs do not matter. The first of two columns that look alike wins.
     *
     * @param labels of a field, in all languages
     */
    public static Columns recognise(List<String> headers, ImportKind kind, Function<ImportField, List<String>> labels) {
        Map<String, String> names = new HashMap<>();
        for (ImportField field : kind.fields()) {
            Stream.concat(Stream.of(field.key()), labels.apply(field).stream())
                    .forEach(name -> names.putIfAbsent(normal(name), field.key()));
        }
        kind.fields().forEach(field -> field.alsoCalled().forEach(name -> names.putIfAbsent(normal(name), field.key())));
        Set<String> taken = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < headers.size(); index++) {
            Optional<String> field = Optional.ofNullable(names.get(normal(headers.get(index)))).filter(taken::add);
            columns.add(new Column(index, headers.get(index), field));
        }
        return new Columns(columns);
    }

    /** The same columns read as the person says; columns that are not mentioned are left out. */
    public Columns readAs(Map<Integer, String> fieldByIndex) {
        return new Columns(columns.stream().map(column -> new Column(column.index(), column.header(),
                Optional.ofNullable(fieldByIndex.get(column.index())))).toList());
    }

    public Map<String, Integer> indexByField() {
        return columns.stream().filter(column -> column.field().isPresent())
                .collect(Collectors.toMap(column -> column.field().orElseThrow(), Column::index, (first, second) -> first));
    }

    public Map<String, String> headerByField() {
        return columns.stream().filter(column -> column.field().isPresent())
                .collect(Collectors.toMap(column -> column.field().orElseThrow(), Column::header, (first, second) -> first));
    }

    public List<ImportField> missing(ImportKind kind) {
        Set<String> present = indexByField().keySet();
        return kind.fields().stream().filter(field -> field.required() && !present.contains(field.key())).toList();
    }

    static String normal(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
