package org.firstfix.knowledge.domain;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What an article is about, in codes of the catalogues; an empty list says nothing, not "all".
 *
 * @param families and {@code models} of machines; with neither it is about any machine
 */
public record About(List<String> families, List<String> models, List<String> symptoms, List<String> causes) {
    public static final About NOTHING = new About(List.of(), List.of(), List.of(), List.of());

    public About {
        families = sorted(families);
        models = sorted(models);
        symptoms = sorted(symptoms);
        causes = sorted(causes);
    }

    private static List<String> sorted(Collection<String> codes) {
        return List.copyOf(new TreeSet<>(codes));
    }

    public boolean fitsAnyMachine() {
        return families.isEmpty() && models.isEmpty();
    }
}
