package org.firstfix.demo.life;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.demo.scenery.FaultBook;
import org.firstfix.demo.scenery.MachineKind;

/** Which part mends which cause in which family; looked up once. */
final class PartShelf {
    private final InstalledBase base;
    private final Map<String, Optional<String>> known = new HashMap<>();

    PartShelf(InstalledBase base) {
        this.base = base;
    }

    Optional<String> partFor(String cause, String family) {
        Optional<MachineKind.PartKind> kind = FaultBook.cause(cause).part();
        return kind.flatMap(part -> known.computeIfAbsent(family + "/" + part, key -> base.partOf(family, part)));
    }

    /** What to carry for these causes: at most two, the likelier first. */
    List<String> carryFor(List<String> causes, String family) {
        return causes.stream().flatMap(cause -> partFor(cause, family).stream()).distinct().limit(2).toList();
    }
}
