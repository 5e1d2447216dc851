package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.cases.CaseSummary;
import org.firstfix.platform.identity.Actor;

/** The answers to the guided checks of each case. Nothing is ever taken out of it: a correction is a further entry. */
public interface CheckAnswerBook {
    boolean canBeAsked(String checkCode);

    /** The answer that holds. */
    Optional<Standing> standing(CaseSummary of, String checkCode);

    record Standing(Answer answer, int revision) {}

    /** @return false if somebody else has just written this revision */
    boolean add(CaseSummary of, String checkCode, Standing answer, Actor by, Instant at);
}
