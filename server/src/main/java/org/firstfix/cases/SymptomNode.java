package org.firstfix.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.tree.EntryRules;
import org.firstfix.platform.tree.GroupedTree;

/**
 * A symptom, or a group of symptoms, as the house keeps it. It is retired, never deleted: past cases go on naming it.
 *
 * @param families of machines it is reported of; empty for all
 * @param version counts the changes, from 0
 */
public record SymptomNode(String code, Optional<String> parentCode, String nameZh, String nameEn, List<String> families, boolean active,
        int version) {
    private static final int LONGEST_NAME = 200;

    public SymptomNode {
        families = List.copyOf(families);
    }

    public SymptomNode withVersion(int next) {
        return new SymptomNode(code, parentCode, nameZh, nameEn, families, active, next);
    }

    public GroupedTree.Node node() {
        return new GroupedTree.Node(code, parentCode, active);
    }

    /** What it says, field by field as texts, in the order of the screen. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("parentCode", parentCode.orElse(""));
        facts.put("nameZh", nameZh);
        facts.put("nameEn", nameEn);
        facts.put("families", String.join(", ", families));
        facts.put("active", String.valueOf(active));
        return facts;
    }

    /** @throws Problem 400 if it breaks a rule that needs no look at other symptoms; names every such field */
    public void check() {
        new EntryRules().code(code).inOneLanguageAtLeast("name", nameZh, nameEn, LONGEST_NAME).words("families", families).done();
    }
}
