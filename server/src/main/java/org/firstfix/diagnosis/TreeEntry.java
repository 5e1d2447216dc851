package org.firstfix.diagnosis;

import java.util.List;
import java.util.Map;
import org.firstfix.platform.problem.Problem;

/** One entry of what the house knows about faults. It is retired, never deleted: past cases go on naming it. */
public sealed interface TreeEntry permits CauseNode, Remedy, FaultLine, GuidedCheck {
    String code();

    boolean active();

    /** Counts the changes, from 0. */
    int version();

    TreeKind kind();

    TreeEntry withVersion(int version);

    /** Causes that it names. */
    List<String> causeCodes();

    /** What it says, field by field as texts, in the order of the screen. */
    Map<String, String> facts();

    /** @throws Problem 400 if it breaks a rule that needs no look at other entries; names every such field */
    void check();
}
