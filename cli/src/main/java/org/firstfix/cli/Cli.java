package org.firstfix.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The engine commands of the launcher: {@code ./firstfix worktime ...}, {@code ./firstfix dispatch ...}, {@code ./firstfix diagnose ...}. */
@Command(name = "firstfix", subcommands = {WorktimeCommand.class, DispatchCommand.class, DiagnoseCommand.class})
public final class Cli {
    /** What was asked cannot be answered: a wrong option, file or value. */
    static final int REFUSED = 2;

    private Cli() {}

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments));
    }

    /** @return 0 if all was answered, 1 if some questions of a file had no answer, 2 if nothing could be asked */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Cli()).setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (problem instanceof Refused) {
                        err.println("firstfix: " + problem.getMessage());
                        return REFUSED;
                    }
                    throw problem;
                }).execute(arguments);
    }

    /** What was given cannot be worked with; the message says what, which value, and what may help. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
