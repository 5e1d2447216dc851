/**
 * Engineers' exams from the cases that went wrong: set by the experienced, taken on line, graded, feeding skill levels with
 * an end.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer", "asset", "reminder", "cases", "diagnosis", "workorder", "dispatch"})
@NullMarked
package org.firstfix.exam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
