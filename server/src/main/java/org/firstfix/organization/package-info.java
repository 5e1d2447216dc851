/**
 * Who belongs to the house: the organisation tree, people, user accounts and their roles.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.firstfix.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
