package org.firstfix.workorder.domain;

import java.util.List;

/**
 * The service report as the customer reads and signs it, every text in the customer's language. This exact content is
 * hashed; texts are empty where there is nothing to say.
 *
 * @param form the version of this layout, so that old documents stay readable
 * @param language tag of the texts
 * @param house who served: the house and its branch
 * @param arrivedAt wall-clock time at the site with its zone
 * @param outcome as in {@link VisitOutcome}; {@code outcomeText} is what the customer reads
 */
public record ReportDocument(int form, String language, String house, String number, String caseNumber, int visitNumber,
        String workType, String subject, Customer customer, Machine machine, String engineer, String arrivedAt, List<Check> checklist,
        String findings, String actions, List<String> trueCauses, List<Part> parts, String advice, String outcome,
        String outcomeText, String outcomeNote, List<Photo> photos) {
    public static final int FORM = 1;

    public record Customer(String number, String name, String site, String address, String contact) {}

    public record Machine(String serial, String model, String location) {}

    /** @param answer as read, such as "OK" or "23.5 °C"; {@code flagged} if it is a fault or out of range */
    public record Check(String text, String answer, boolean flagged, String note) {}

    public record Part(String kind, String number, String name, int quantity, String serial) {}

    /** @param sha256 of the picture, so that it cannot be exchanged either */
    public record Photo(String moment, String sha256) {}
}
