/**
 * Telling people: the inbox and e-mail, in their language.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer", "asset", "contract", "sla", "reminder", "cases", "diagnosis", "workorder", "dispatch"})
@NullMarked
package org.firstfix.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
