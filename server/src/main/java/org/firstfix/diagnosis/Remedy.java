package org.firstfix.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.platform.tree.EntryRules;

/**
 * What is done about a cause.
 *
 * @param causes it mends; at least one
 * @param partKinds it takes, the likeliest first; may be empty
 * @param families of machines it is done on; empty for all
 * @param minutes it takes once somebody is there, roughly; 1 to 2880
 */
public record Remedy(String code, String nameZh, String nameEn, List<String> causes, List<String> partKinds, List<String> families,
        int minutes, boolean active, int version) implements TreeEntry {
    public static final int MOST_MINUTES = 2880;
    private static final int LONGEST_NAME = 200;

    public Remedy {
        causes = causes.stream().sorted().toList();
        partKinds = List.copyOf(partKinds);
        families = List.copyOf(families);
    }

    @Override
    public TreeKind kind() {
        return TreeKind.REMEDY;
    }

    @Override
    public Remedy withVersion(int next) {
        return new Remedy(code, nameZh, nameEn, causes, partKinds, families, minutes, active, next);
    }

    @Override
    public List<String> causeCodes() {
        return causes;
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("nameZh", nameZh);
        facts.put("nameEn", nameEn);
        facts.put("causes", String.join(", ", causes));
        facts.put("partKinds", String.join(", ", partKinds));
        facts.put("families", String.join(", ", families));
        facts.put("minutes", String.valueOf(minutes));
        facts.put("active", String.valueOf(active));
        return facts;
    }

    @Override
    public void check() {
        new EntryRules().code(code).inOneLanguageAtLeast("name", nameZh, nameEn, LONGEST_NAME)
                .when(causes.isEmpty(), "causes", "diagnosis.remedy-without-cause", Map.of()).list("causes", causes)
                .partKinds("partKinds", partKinds).words("families", families)
                .when(minutes < 1 || minutes > MOST_MINUTES, "minutes", "diagnosis.minutes-out-of-range",
                        Map.of("minutes", minutes, "most", MOST_MINUTES))
                .done();
    }
}
