package org.firstfix.workorder.domain;

import java.util.List;

/** The catalogue of work types. */
public interface WorkTypes {
    WorkType get(String code);

    List<WorkType> all();
}
