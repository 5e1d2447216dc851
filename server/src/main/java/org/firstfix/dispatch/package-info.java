/**
 * Who goes when: engineers with skills, territories, shifts and absences, and the appointments that are booked.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer", "asset", "contract", "sla", "cases", "diagnosis", "workorder"})
@NullMarked
package org.firstfix.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
