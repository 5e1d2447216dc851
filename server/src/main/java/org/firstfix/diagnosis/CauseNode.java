package org.firstfix.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.tree.EntryRules;

/**
 * A cause, or a group of causes. Entries without a parent and those with entries below them are groups; only the others
 * can be expected or found.
 *
 * @param families of machines it is found in; empty for all
 * @param partKinds that mend it, the likeliest first; empty if no part does
 */
public record CauseNode(String code, Optional<String> parentCode, String nameZh, String nameEn, List<String> families,
        List<String> partKinds, boolean active, int version) implements TreeEntry {
    private static final int LONGEST_NAME = 200;

    public CauseNode {
        families = List.copyOf(families);
        partKinds = List.copyOf(partKinds);
    }

    @Override
    public TreeKind kind() {
        return TreeKind.CAUSE;
    }

    @Override
    public CauseNode withVersion(int next) {
        return new CauseNode(code, parentCode, nameZh, nameEn, families, partKinds, active, next);
    }

    @Override
    public List<String> causeCodes() {
        return List.of();
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("parentCode", parentCode.orElse(""));
        facts.put("nameZh", nameZh);
        facts.put("nameEn", nameEn);
        facts.put("families", String.join(", ", families));
        facts.put("partKinds", String.join(", ", partKinds));
        facts.put("active", String.valueOf(active));
        return facts;
    }

    @Override
    public void check() {
        new EntryRules().code(code).inOneLanguageAtLeast("name", nameZh, nameEn, LONGEST_NAME).words("families", families)
                .partKinds("partKinds", partKinds).done();
    }
}
