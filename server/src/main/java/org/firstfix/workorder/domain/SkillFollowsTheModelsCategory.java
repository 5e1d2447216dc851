package org.firstfix.workorder.domain;

import java.util.Locale;
import java.util.Optional;

/** Who is sent to a machine must know its kind; a machine of no particular kind asks for no particular skill. */
public final class SkillFollowsTheModelsCategory {
    private SkillFollowsTheModelsCategory() {}

    public static Optional<String> skillFor(String category) {
        return Optional.ofNullable(switch (category.strip().toUpperCase(Locale.ROOT).replace(' ', '_')) {
            case "SERVER", "PC_SERVER", "BLADE", "RACK_SERVER" -> "SERVER";
            case "STORAGE", "DISK_ARRAY", "TAPE" -> "STORAGE";
            case "NETWORK", "SWITCH", "ROUTER" -> "NETWORK";
            case "UPS", "POWER" -> "UPS";
            case "MIDRANGE", "UNIX_SERVER", "MAINFRAME" -> "MIDRANGE";
            default -> null;
        });
    }
}
