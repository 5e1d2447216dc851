package org.firstfix.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows into a table over PostgreSQL's COPY. */
final class Copy implements AutoCloseable {
    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder();

    Copy(Connection connection, String tableAndColumns) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + tableAndColumns + " from stdin");
    }

    void row(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t");
            Object value = values[i];
            if (value == null) {
                rows.append("\\N");
            } else {
                rows.append(value.toString().replace("\\", "\\\\").replace("\t", " ").replace("\n", " "));
            }
        }
        rows.append('\n');
        if (rows.length() > 1 << 20) {
            flush();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        flush();
        copy.endCopy();
    }
}
