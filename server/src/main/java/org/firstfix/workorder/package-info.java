/**
 * The work at the site: what is to be done, the checklist, the signed service report, and how the visit ended.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer", "asset", "contract", "sla", "cases", "diagnosis"})
@NullMarked
package org.firstfix.workorder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
