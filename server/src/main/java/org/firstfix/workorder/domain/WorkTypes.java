package org.firstfix.workorder.domain;

import java.util.List;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;

/** The catalogue of work types, with those that are not ordered any more. */
public interface WorkTypes {
    /** @throws Problem 404 */
    WorkType get(String code);

    List<WorkType> all();

    /** Nobody else changes it until the transaction ends. */
    Optional<WorkType> lock(String code);

    /** @return false if the code is taken */
    boolean add(WorkType type);

    void change(WorkType type);
}
