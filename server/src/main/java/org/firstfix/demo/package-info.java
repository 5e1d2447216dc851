/**
 * The demo organisation: a house that lived two years through the product's own use cases, and a day in progress. Works
 * only with {@code firstfix.mode=demo}; nothing below knows of it.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "organization :: use-cases", "customer",
        "customer :: use-cases", "asset", "asset :: use-cases", "contract", "contract :: use-cases", "sla",
        "sla :: use-cases", "cases", "cases :: use-cases", "diagnosis", "diagnosis :: use-cases", "workorder",
        "workorder :: use-cases", "knowledge", "knowledge :: use-cases", "dispatch", "dispatch :: use-cases", "exam",
        "exam :: use-cases", "notification"})
@NullMarked
package org.firstfix.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
