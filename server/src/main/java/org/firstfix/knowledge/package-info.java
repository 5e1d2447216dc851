/**
 * What the house knows and how well it helps: articles and scripted checks, found by the reported words, used on cases, and
 * measured by how those cases ended.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer", "asset", "cases", "diagnosis", "workorder"})
@NullMarked
package org.firstfix.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
