/**
 * What it probably is and what to carry: recorded before dispatch, frozen then, compared with the true cause afterwards.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer", "asset", "contract", "sla", "cases"})
@NullMarked
package org.firstfix.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
