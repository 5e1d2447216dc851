package org.firstfix.diagnosis;

import java.util.Optional;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.problem.Problem;

/** What the house knows about faults, for lists that come in. Call inside a transaction. */
public interface TreeApi {
    Optional<TreeEntry> find(TreeKind kind, String code);

    /** How far an entry that is known is from what is wanted; the version of what is wanted does not matter. */
    Correction correctionOf(TreeEntry wanted, String reason);

    /** @throws Problem why it could not be put; changes nothing */
    void check(TreeEntry wanted);

    /** Adds an entry that is not known yet. */
    void add(TreeEntry entry, String reason);
}
