package org.firstfix.contract;

import java.util.Optional;
import org.firstfix.asset.Importance;

/**
 * What a target may depend on.
 *
 * @param importance of the machine; none if none is known
 * @param impact how severe the fault is; none if nobody has said
 */
public record Fault(Priority priority, Optional<Importance> importance, Optional<Impact> impact) {
    public static Fault of(Priority priority) {
        return new Fault(priority, Optional.empty(), Optional.empty());
    }
}
