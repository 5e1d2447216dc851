package org.firstfix.faultfinding;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the repair showed.
 *
 * @param cause the cause found; none when nobody told
 * @param parts the kinds of parts it consumed, sorted; empty when it took none, none at all when nobody told
 */
public record Repair(Optional<String> cause, Optional<SortedSet<String>> parts) {

    public Repair {
        cause.ifPresent(name -> requireName("cause", name));
        parts = parts.map(names -> {
            names.forEach(name -> requireName("part", name));
            return Collections.unmodifiableSortedSet(new TreeSet<>(names));
        });
    }

    public static Repair ofCause(String cause) {
        return new Repair(Optional.of(cause), Optional.empty());
    }

    public static Repair ofParts(Collection<String> parts) {
        return new Repair(Optional.empty(), Optional.of(new TreeSet<>(parts)));
    }

    public static Repair of(String cause, Collection<String> parts) {
        return new Repair(Optional.of(cause), Optional.of(new TreeSet<>(parts)));
    }

    private static void requireName(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a " + what + " without a name. Leave it out when it is not known.");
        }
        if (what.equals("part") && name.contains(";")) {
            throw new IllegalArgumentException("the part \"" + name + "\" has a semicolon in its name. Maybe these are several parts: give them one by one.");
        }
    }
}
