/**
 * What was promised: contracts, their lines, coverage codes, and what may be claimed now and why.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer", "asset"})
@NullMarked
package org.firstfix.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
