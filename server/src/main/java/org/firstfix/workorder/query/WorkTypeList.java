package org.firstfix.workorder.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.work.Query;
import org.firstfix.workorder.domain.ChecklistItem;
import org.firstfix.workorder.domain.WorkType;
import org.firstfix.workorder.domain.WorkTypes;

/** The kinds of work that are or were ordered. */
@Query
public class WorkTypeList {
    private final WorkTypes workTypes;

    WorkTypeList(WorkTypes workTypes) {
        this.workTypes = workTypes;
    }

    /** @param actions CHANGE, for who maintains the catalogue */
    public record Row(String code, String nameZh, String nameEn, int expectedMinutes, int crewSize, List<Line> checklist, boolean active, int version,
            List<String> actions) {}

    /** @param unit and limits of a reading; {@code required} before the report can be signed */
    public record Line(String textZh, String textEn, ChecklistItem.Kind kind, String unit, Optional<BigDecimal> low, Optional<BigDecimal> high,
            boolean required) {}

    /** Those that may be ordered first. */
    public List<Row> list() {
        return workTypes.all().stream().sorted((one, other) -> Boolean.compare(other.active(), one.active())).map(WorkTypeList::row).toList();
    }

    public static Row row(WorkType type) {
        return new Row(type.code(), type.nameZh(), type.nameEn(), type.expectedMinutes(), type.crewSize(), type.checklist().stream()
                .map(item -> new Line(item.textZh(), item.textEn(), item.kind(), item.unit(), item.low(), item.high(), item.required())).toList(),
                type.active(), type.version(), Actors.current().may("catalogue.maintain") ? List.of("CHANGE") : List.of());
    }
}
