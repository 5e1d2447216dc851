/**
 * Data in and out: imports with a dry run, exports of every list.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer", "asset", "contract", "sla", "cases", "diagnosis", "workorder", "dispatch"})
@NullMarked
package org.firstfix.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
