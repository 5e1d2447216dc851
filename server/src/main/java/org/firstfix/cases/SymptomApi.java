package org.firstfix.cases;

import java.util.Optional;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.problem.Problem;

/** The tree of symptoms, for lists that come in. Call inside a transaction. */
public interface SymptomApi {
    Optional<SymptomNode> find(String code);

    /** How far a symptom that is known is from what is wanted; the version of what is wanted does not matter. */
    Correction correctionOf(SymptomNode wanted, String reason);

    /** @throws Problem why it could not be put; changes nothing */
    void check(SymptomNode wanted);

    /** Adds a symptom that is not known yet. */
    void add(SymptomNode symptom, String reason);
}
