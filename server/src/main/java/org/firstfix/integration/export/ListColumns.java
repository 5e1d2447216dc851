package org.firstfix.integration.export;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.paging.Page;
import org.springframework.http.ResponseEntity;

/**
 * The columns of a list, read off the record of its rows: every field that says something to a person, in the order of
 * the record; what belongs to one thing (customer, site) stands side by side.
 */
final class ListColumns {
    private static final Set<String> FOR_SCREENS_ONLY = Set.of("actions", "version", "orgPath");
    private static final int DEEPEST = 3;
    /** Something this small (a role and its place, a skill and its level) is told in a few words within one cell. */
    private static final int MOST_IN_ONE_CELL = 3;

    private ListColumns() {}

    /** @param path the names of the fields that lead to the value, outermost first */
    record Column(List<String> path, boolean moment) {}

    /** The type of the rows, if an endpoint answers with pages of them. */
    static Optional<Class<?>> rowOf(Type answer) {
        if (answer instanceof ParameterizedType type) {
            if (type.getRawType() == ResponseEntity.class) {
                return rowOf(type.getActualTypeArguments()[0]);
            }
            if (type.getRawType() == Page.class && type.getActualTypeArguments()[0] instanceof Class<?> row && row.isRecord()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    static List<Column> of(Class<?> row) {
        List<Column> columns = new ArrayList<>();
        collect(row, List.of(), columns);
        return columns;
    }

    private static void collect(Class<?> type, List<String> path, List<Column> columns) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (FOR_SCREENS_ONLY.contains(component.getName())) {
                continue;
            }
            Type value = component.getGenericType();
            if (value instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
                value = optional.getActualTypeArguments()[0];
            }
            List<String> here = new ArrayList<>(path);
            here.add(component.getName());
            column(value, here, columns);
        }
    }

    private static void column(Type value, List<String> path, List<Column> columns) {
        if (value instanceof ParameterizedType several) {
            boolean plain = several.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw)
                    && several.getActualTypeArguments()[0] instanceof Class<?> item && !Map.class.isAssignableFrom(item)
                    && (!item.isRecord() || item.getRecordComponents().length <= MOST_IN_ONE_CELL);
            if (plain) {
                columns.add(new Column(path, false));
            }
            return;
        }
        if (!(value instanceof Class<?> type) || Id.class.isAssignableFrom(type) || type == UUID.class) {
            return;
        }
        if (type.isRecord() && type.getRecordComponents().length > 1) {
            if (path.size() < DEEPEST) {
                collect(type, path, columns);
            }
            return;
        }
        columns.add(new Column(path, type == Instant.class));
    }
}
