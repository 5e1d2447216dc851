/**
 * A report of a fault and its way to a satisfied customer: intake, priority, remote help, release to the field, closing.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer", "asset", "contract", "sla", "reminder"})
@NullMarked
package org.firstfix.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
