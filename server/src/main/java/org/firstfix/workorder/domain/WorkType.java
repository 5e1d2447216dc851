package org.firstfix.workorder.domain;

import java.util.List;

/** A kind of work with the time it takes at the site and its checklist. */
public record WorkType(String code, String nameZh, String nameEn, int expectedMinutes, List<ChecklistItem> checklist) {
    public static final String REPAIR = "REPAIR";

    public WorkType {
        checklist = List.copyOf(checklist);
    }
}
