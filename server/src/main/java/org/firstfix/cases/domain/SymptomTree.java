package org.firstfix.cases.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.SymptomNode;
import org.firstfix.platform.identity.Actor;

/** All symptoms, and every state that each ever had. */
public interface SymptomTree {
    /** Keeps others from changing the tree until the transaction ends. */
    void open();

    Optional<SymptomNode> find(String code);

    /** The symptom as that version had it. */
    Optional<SymptomNode> find(String code, int version);

    List<SymptomNode> all();

    /** A case that the actor may see has it. */
    boolean isReported(String code);

    /** Writes the symptom as it is from now on, and remembers this state. */
    void put(SymptomNode symptom, String reason, Actor by, Instant at);
}
