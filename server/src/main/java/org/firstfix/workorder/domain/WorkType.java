package org.firstfix.workorder.domain;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firstfix.platform.problem.Problem;

/**
 * A kind of work with the time it takes at the site, the engineers it takes, and its checklist.
 *
 * @param expectedMinutes at the site, 5 to 1,440
 * @param crewSize engineers it needs, 1 to {@link WorkOrder#LARGEST_CREW}
 * @param checklist at most forty lines, none of them answered
 * @param active whether it may still be ordered
 */
public record WorkType(String code, String nameZh, String nameEn, int expectedMinutes, int crewSize, List<ChecklistItem> checklist, boolean active, int version) {
    /** What a released case orders. */
    public static final String REPAIR = "REPAIR";
    public static final int SHORTEST = 5;
    public static final int LONGEST = 24 * 60;
    public static final int LONGEST_CHECKLIST = 40;

    public WorkType {
        checklist = List.copyOf(checklist);
    }

    /** @throws Problem 400 with the field that is wrong */
    public void check() {
        if (!active && code.equals(REPAIR)) {
            throw Problem.invalidField("active", "workorder.repair-is-needed", Map.of());
        }
        for (ChecklistItem item : checklist) {
            if (item.kind() == ChecklistItem.Kind.READING && item.unit().isEmpty()) {
                throw Problem.invalidField("checklist", "workorder.reading-without-unit", Map.of("position", item.position()));
            }
            if (item.low().isPresent() && item.high().isPresent() && item.low().get().compareTo(item.high().get()) > 0) {
                throw Problem.invalidField("checklist", "workorder.limits-backwards", Map.of("position", item.position()));
            }
        }
    }

    /** All that can change, as texts. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("nameZh", nameZh);
        facts.put("nameEn", nameEn);
        facts.put("expectedMinutes", String.valueOf(expectedMinutes));
        facts.put("crewSize", String.valueOf(crewSize));
        facts.put("checklist", checklist.stream().map(WorkType::asText).collect(Collectors.joining("\n")));
        facts.put("active", String.valueOf(active));
        return facts;
    }

    private static String asText(ChecklistItem item) {
        String limits = item.kind() == ChecklistItem.Kind.CHECK ? "" : " [%s..%s %s]".formatted(text(item.low()), text(item.high()), item.unit());
        return item.textZh() + " / " + item.textEn() + limits + (item.required() ? "" : " (optional)");
    }

    private static String text(Optional<BigDecimal> limit) {
        return limit.map(BigDecimal::toPlainString).orElse("");
    }

    public WorkType withVersion(int changed) {
        return new WorkType(code, nameZh, nameEn, expectedMinutes, crewSize, checklist, active, changed);
    }
}
