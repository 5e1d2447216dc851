/**
 * Whom we serve: accounts with their group structure, sites, contacts, every contact with them and what was promised.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization"})
@NullMarked
package org.firstfix.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
