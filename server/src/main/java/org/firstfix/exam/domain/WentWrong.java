package org.firstfix.exam.domain;

import java.util.EnumSet;
import java.util.Set;
import org.firstfix.diagnosis.DiagnosisApi;

/** Why a case is worth learning from. */
public enum WentWrong {
    /** The first visit did not repair it, and it was for us to do so. */
    SECOND_VISIT,
    PREDICTION_MISSED,
    WRONG_PARTS,
    REOPENED;

    /** What a visit without a repair teaches. A customer who was away, or a part dead out of the box, teaches nobody to think better. */
    public static Set<WentWrong> afterVisit(String outcome) {
        return switch (outcome) {
            case "WRONG_PREDICTION" -> EnumSet.of(SECOND_VISIT, PREDICTION_MISSED);
            case "PART_MISSING" -> EnumSet.of(SECOND_VISIT, WRONG_PARTS);
            case "HANDED_OVER" -> EnumSet.of(SECOND_VISIT);
            default -> EnumSet.noneOf(WentWrong.class);
        };
    }

    /** What the comparison of the prediction with the truth teaches. Without a prediction there is nothing to compare. */
    public static Set<WentWrong> afterScore(DiagnosisApi.Outcome outcome) {
        Set<WentWrong> wrong = EnumSet.noneOf(WentWrong.class);
        if (outcome.topHit().filter(hit -> !hit).isPresent()) {
            wrong.add(PREDICTION_MISSED);
        }
        if (outcome.topHit().isPresent() && outcome.partsRight() < outcome.partsNeeded()) {
            wrong.add(WRONG_PARTS);
        }
        return wrong;
    }
}
