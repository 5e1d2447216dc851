package org.firstfix.workorder.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;

/** One line of the checklist: something to check, or a reading with its limits. */
public record ChecklistItem(int position, String textZh, String textEn, Kind kind, String unit, Optional<BigDecimal> low,
        Optional<BigDecimal> high, boolean required, Optional<Answer> answer, Optional<BigDecimal> reading, String note,
        Optional<Instant> answeredAt) {
    public enum Kind {
        CHECK,
        READING
    }

    public enum Answer {
        OK,
        NOT_OK,
        NOT_APPLICABLE
    }

    public static ChecklistItem open(int position, String textZh, String textEn, Kind kind, String unit,
            Optional<BigDecimal> low, Optional<BigDecimal> high, boolean required) {
        return new ChecklistItem(position, textZh, textEn, kind, unit, low, high, required, Optional.empty(),
                Optional.empty(), "", Optional.empty());
    }

    public boolean isAnswered() {
        return answer.isPresent();
    }

    /** A reading below its lowest or above its highest value is flagged, never refused: it is what the meter shows. */
    public boolean isOutOfRange() {
        return reading.isPresent() && (low.filter(limit -> reading.get().compareTo(limit) < 0).isPresent()
                || high.filter(limit -> reading.get().compareTo(limit) > 0).isPresent());
    }

    /** @throws Problem 400 if a fault lacks its note or a reading its value */
    public ChecklistItem answered(Answer given, Optional<BigDecimal> value, String remark, Instant at) {
        if (given == Answer.NOT_OK && remark.isBlank()) {
            throw Problem.invalidField("note", "workorder.note-needed", Map.of("position", position));
        }
        if (kind == Kind.READING && given != Answer.NOT_APPLICABLE && value.isEmpty()) {
            throw Problem.invalidField("reading", "workorder.reading-needed", Map.of("position", position));
        }
        Optional<BigDecimal> kept = kind == Kind.READING && given != Answer.NOT_APPLICABLE ? value : Optional.empty();
        return new ChecklistItem(position, textZh, textEn, kind, unit, low, high, required, Optional.of(given), kept,
                remark.strip(), Optional.of(at));
    }

    /** The answer is taken back. */
    public ChecklistItem reopened() {
        return open(position, textZh, textEn, kind, unit, low, high, required);
    }
}
