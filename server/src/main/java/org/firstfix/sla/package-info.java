/**
 * The clock of a case: milestones started, paused, reached and missed, on business calendars.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer", "asset", "contract"})
@NullMarked
package org.firstfix.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
