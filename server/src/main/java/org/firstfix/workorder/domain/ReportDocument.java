package org.firstfix.workorder.domain;

import java.util.List;
import java.util.Objects;

/**
 * The service report as the customer reads and signs it, every text in the customer's language. This exact content is
 * hashed; texts are empty where there is nothing to say.
 *
 * @param form the version of this layout, so that old documents stay readable
 * @param language tag of the texts
 * @param house who served: the house and its branch
 * @param arrivedAt wall-clock time at the site with its zone
 * @param pauses how long the service clock stood still so far, and why; none in documents before form 2
 * @param outcome as in {@link VisitOutcome}; {@code outcomeText} is what the customer reads
 */
public record ReportDocument(int form, String language, String house, String number, String caseNumber, int visitNumber,
        String workType, String subject, Customer customer, Machine machine, String engineer, String arrivedAt, List<Check> checklist,
        String findings, String actions, List<String> trueCauses, List<Part> parts, String advice, List<Pause> pauses, String outcome,
        String outcomeText, String outcomeNote, List<Photo> photos) {
    public static final int FORM = 2;

    public ReportDocument {
        pauses = Objects.requireNonNullElse(pauses, List.of());
    }

    public record Customer(String number, String name, String site, String address, String contact) {}

    public record Machine(String serial, String model, String location) {}

    /** @param answer as read, such as "OK" or "23.5 °C"; {@code flagged} if it is a fault or out of range */
    public record Check(String text, String answer, boolean flagged, String note) {}

    public record Part(String kind, String number, String name, int quantity, String serial) {}

    /** @param time that did not count, as read, such as "45 minutes"; {@code from} and {@code until} on the wall clock of the site */
    public record Pause(String reason, String from, String until, String time, String evidence) {}

    /** @param sha256 of the picture, so that it cannot be exchanged either */
    public record Photo(String moment, String sha256) {}
}
