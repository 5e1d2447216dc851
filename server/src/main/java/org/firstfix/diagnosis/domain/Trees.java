package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.diagnosis.CauseNode;
import org.firstfix.diagnosis.TreeEntry;
import org.firstfix.diagnosis.TreeKind;
import org.firstfix.platform.identity.Actor;

/** What the house knows about faults, and every state that it ever had. */
public interface Trees {
    /** Keeps others from changing this kind until the transaction ends, and causes from being retired. */
    void open(TreeKind kind);

    Optional<TreeEntry> find(TreeKind kind, String code);

    /** The entry as that version had it. */
    Optional<TreeEntry> find(TreeKind kind, String code, int version);

    /** Every cause, by code, as it will stay until the transaction ends. */
    Map<String, CauseNode> causes();

    /** Something was found or expected to be this cause, or a remedy, a line or a check names it. */
    boolean isUsedAsCause(String code);

    /** Writes the entry as it is from now on, remembers this state, and counts the change of the kind. */
    void put(TreeEntry entry, String reason, Actor by, Instant at);
}
