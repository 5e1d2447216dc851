/**
 * One engine for reminders: a duty arrives at a person, is due by a time, and climbs the organisation until somebody
 * acknowledges it.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer", "contract", "sla"})
@NullMarked
package org.firstfix.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
