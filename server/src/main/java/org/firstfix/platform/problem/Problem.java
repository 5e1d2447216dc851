package org.firstfix.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a caller should hear about, as RFC 9457 shows it. The code is a key of {@code texts/*}: the text says what
 * is wrong with which values; {@code <code>.hint}, where present, says what may help. Throwing one undoes the
 * transaction.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient Map<String, Object> values;
    private final transient List<FieldProblem> fields;

    /** A problem of one input field; {@code code} is a key of the texts as well. */
    public record FieldProblem(String field, String code, Map<String, Object> values) {}

    private Problem(int status, String code, Map<String, ?> values, List<FieldProblem> fields, @Nullable Throwable cause) {
        super(code + " " + values, cause);
        this.status = status;
        this.code = code;
        this.values = new LinkedHashMap<>(values);
        this.fields = List.copyOf(fields);
    }

    /** 400: the input cannot be understood or breaks a rule that needs no look at the data. */
    public static Problem invalid(String code, Map<String, ?> values) {
        return new Problem(400, code, values, List.of(), null);
    }

    /** 400 with the fields named. */
    public static Problem invalid(List<FieldProblem> fields) {
        return new Problem(400, "platform.invalid-input", Map.of("count", fields.size()), fields, null);
    }

    /** 400 for one field. */
    public static Problem invalidField(String field, String code, Map<String, Object> values) {
        return invalid(List.of(new FieldProblem(field, code, values)));
    }

    public static Problem unauthorized(String code) {
        return new Problem(401, "platform." + code, Map.of(), List.of(), null);
    }

    /** 403: names the permission that is missing. */
    public static Problem forbidden(String permission) {
        return new Problem(403, "platform.permission-missing", Map.of("permission", permission), List.of(), null);
    }

    /** 404: also for what lies outside the caller's scope, so that nobody learns what exists elsewhere. */
    public static Problem notFound(String kind, Object what) {
        // Words of a text are chosen by the kind; a choice knows no dash.
        return new Problem(404, "platform.not-found", Map.of("kind", kind.replace('-', '_').replace(' ', '_'), "value", String.valueOf(what)),
                List.of(), null);
    }

    /** 409: the state of things does not allow it. */
    public static Problem conflict(String code, Map<String, ?> values) {
        return new Problem(409, code, values, List.of(), null);
    }

    /** 412: somebody else changed it since; {@code current} is what it is now. */
    public static Problem stale(long expectedVersion, long currentVersion, Object current) {
        return new Problem(412, "platform.changed-meanwhile",
                Map.of("expectedVersion", expectedVersion, "currentVersion", currentVersion, "current", current),
                List.of(), null);
    }

    public static Problem of(int status, String code, Map<String, ?> values) {
        return new Problem(status, code, values, List.of(), null);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> values() {
        return values;
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
