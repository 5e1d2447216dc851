package org.firstfix.integration.importer;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.problem.Problem.FieldProblem;

/**
 * How the columns of a tree are read. An empty cell leaves what is known as it is; {@code none} (无) empties it. Several codes
 * stand in one cell with commas between them.
 */
final class TreeColumns {
    static final String REASON = "Import";

    private static final Map<String, String> ACTIVE = Lookups.codes("true yes 1 是 启用 在用", "false no 0 否 停用");
    private static final Set<String> NOTHING = Set.of("none", "无");
    private static final int MOST_SHOWN_MINUTES = 100_000;

    private TreeColumns() {}

    static String text(RowFields row, String field, Optional<String> known) {
        return optional(row, field, known.filter(text -> !text.isEmpty())).orElse("");
    }

    static Optional<String> optional(RowFields row, String field, Optional<String> known) {
        return row.given(field).isEmpty() ? known : row.given(field).filter(text -> !isNothing(text));
    }

    static List<String> list(RowFields row, String field, Optional<List<String>> known) {
        if (row.given(field).isEmpty()) {
            return known.orElse(List.of());
        }
        return isNothing(row.text(field)) ? List.of()
                : Arrays.stream(row.text(field).split("[,，、;；]")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    static boolean active(RowFields row, Optional<Boolean> known) {
        return row.given("active").isEmpty() ? known.orElse(true) : row.code("active", ACTIVE, "true").equals("true");
    }

    static int minutes(RowFields row, Optional<Integer> known) {
        return row.number("minutes", 0, MOST_SHOWN_MINUTES).map(Double::intValue).or(() -> known).orElseGet(() -> {
            row.error("minutes", "integration.value-missing");
            return 1;
        });
    }

    static BigDecimal weight(RowFields row, Optional<BigDecimal> known) {
        return row.number("weight", -1_000_000, 1_000_000).map(BigDecimal::valueOf).or(() -> known).orElseGet(() -> {
            row.error("weight", "integration.value-missing");
            return BigDecimal.ONE;
        });
    }

    /** Asks the module that owns the entry whether it may be so; what it objects to stands at the column it is about. */
    static void check(RowFields row, Runnable rules) {
        if (!row.isGood()) {
            return;
        }
        try {
            rules.run();
        } catch (Problem refused) {
            if (refused.fields().isEmpty()) {
                row.error("code", refused.code(), refused.values());
            }
            for (FieldProblem field : refused.fields()) {
                row.error(field.field(), field.code(), field.values());
            }
        }
    }

    private static boolean isNothing(String text) {
        return NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }
}
