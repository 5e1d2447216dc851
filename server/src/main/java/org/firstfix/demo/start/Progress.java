package org.firstfix.demo.start;

import java.io.PrintStream;

/** One line on the console that says how far it is; without a terminal a line for every tenth part. */
final class Progress {
    private static final int WIDTH = 24;

    private final PrintStream out;
    private final boolean terminal;
    private int shown = -1;
    private String doing = "";

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** @param done from 0 to 1 */
    void show(double done, String what) {
        int percent = (int) Math.round(100 * done);
        if (terminal) {
            if (percent != shown || !what.equals(doing)) {
                int filled = percent * WIDTH / 100;
                out.print("\r\u001b[K  Demo organisation  [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] "
                        + "%3d %%  ".formatted(percent) + what);
                out.flush();
            }
        } else if (percent / 10 != shown / 10 || shown < 0) {
            out.println("  Demo organisation  %3d %%  ".formatted(percent) + what);
        }
        shown = percent;
        doing = what;
    }

    void end() {
        if (terminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
