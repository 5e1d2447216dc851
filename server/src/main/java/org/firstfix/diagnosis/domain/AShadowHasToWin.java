package org.firstfix.diagnosis.domain;

import java.util.List;
import org.firstfix.diagnosis.domain.Models.Duel;

/**
 * A model learnt anew takes over only when it predicted better than the one in use, on findings that neither had learnt:
 * a lower log loss in pairs, by more than 1.28 standard errors (nine times in ten not by luck). One that could not
 * within {@value #ENOUGH} findings gives way to a newer one.
 */
public final class AShadowHasToWin {
    public static final int FEWEST = 20;
    public static final int ENOUGH = 200;
    private static final double STANDARD_ERRORS = 1.2816;

    public enum Verdict {
        WAITS,
        WINS,
        LOSES
    }

    /** @param gain by how much the shadow's mean log loss is lower; {@code error} its standard error */
    public record Decision(Verdict verdict, int findings, double gain, double error) {}

    private AShadowHasToWin() {}

    public static Decision decide(List<Duel> duels) {
        int n = duels.size();
        double mean = duels.stream().mapToDouble(duel -> duel.inUse() - duel.shadow()).average().orElse(0);
        double squares = duels.stream().mapToDouble(duel -> Math.pow(duel.inUse() - duel.shadow() - mean, 2)).sum();
        double error = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
        Verdict verdict = n < FEWEST ? Verdict.WAITS
                : mean > STANDARD_ERRORS * error && mean > 0 ? Verdict.WINS
                : mean < -STANDARD_ERRORS * error || n >= ENOUGH ? Verdict.LOSES : Verdict.WAITS;
        return new Decision(verdict, n, mean, error);
    }
}
