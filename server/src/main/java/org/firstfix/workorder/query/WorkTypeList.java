package org.firstfix.workorder.query;

import java.util.List;
import org.firstfix.platform.work.Query;
import org.firstfix.workorder.domain.WorkType;
import org.firstfix.workorder.domain.WorkTypes;

/** The kinds of work that may be ordered. */
@Query
public class WorkTypeList {
    private final WorkTypes workTypes;

    WorkTypeList(WorkTypes workTypes) {
        this.workTypes = workTypes;
    }

    public record Row(String code, String nameZh, String nameEn, int expectedMinutes, int checks) {}

    public List<Row> list() {
        return workTypes.all().stream().map(WorkTypeList::row).toList();
    }

    private static Row row(WorkType type) {
        return new Row(type.code(), type.nameZh(), type.nameEn(), type.expectedMinutes(), type.checklist().size());
    }
}
