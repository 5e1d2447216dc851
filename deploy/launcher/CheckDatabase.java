import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Asks the external database once, before the server starts: a wrong address, password or name becomes one clear line
 * instead of a page of stack trace. Run by the launcher as a source file, with only the driver on the class path.
 */
final class CheckDatabase {
    private static final int OLDEST_POSTGRESQL = 16;

    private CheckDatabase() {}

    public static void main(String[] arguments) {
        String url = System.getenv("FIRSTFIX_DB_URL");
        if (!url.startsWith("jdbc:postgresql:")) {
            stop("FIRSTFIX_DB_URL=" + url + " is no address of a PostgreSQL database."
                    + " It looks like this: jdbc:postgresql://host:5432/firstfix");
        }
        Properties settings = new Properties();
        settings.put("user", variable("FIRSTFIX_DB_OWNER", "postgres"));
        settings.put("password", variable("FIRSTFIX_DB_OWNER_PASSWORD", ""));
        settings.put("connectTimeout", "5");
        settings.put("loginTimeout", "8");
        settings.put("socketTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url, settings)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_POSTGRESQL) {
                stop("the database at " + url + " is PostgreSQL " + version + ", Firstfix needs " + OLDEST_POSTGRESQL
                        + " or newer. Upgrade it, or unset FIRSTFIX_DB_URL to use the embedded database.");
            }
            try (ResultSet recovery = connection.createStatement().executeQuery("select pg_is_in_recovery()")) {
                if (recovery.next() && recovery.getBoolean(1)) {
                    stop("the database at " + url + " is a read-only replica. Set FIRSTFIX_DB_URL to the primary.");
                }
            }
        } catch (SQLException problem) {
            stop("the database at " + url + " cannot be used: " + oneLine(problem) + ". " + advice(problem));
        }
    }

    private static String advice(SQLException problem) {
        String state = problem.getSQLState() == null ? "" : problem.getSQLState();
        if (state.startsWith("28")) {
            return "Check FIRSTFIX_DB_OWNER and FIRSTFIX_DB_OWNER_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "Create it (createdb firstfix), or correct the name in FIRSTFIX_DB_URL.";
        }
        return "Check that PostgreSQL runs there and that host and port are right,"
                + " or unset FIRSTFIX_DB_URL to use the embedded database.";
    }

    private static String oneLine(SQLException problem) {
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        String cause = problem.getCause() == null ? "" : " (" + problem.getCause().getClass().getSimpleName() + ")";
        return message.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "") + cause;
    }

    private static String variable(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private static void stop(String message) {
        System.out.println(message);
        System.exit(1);
    }
}
