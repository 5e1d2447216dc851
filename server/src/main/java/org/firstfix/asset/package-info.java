/**
 * The installed base: models and parts as a catalogue, machines with their history and their life-long service file.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "customer"})
@NullMarked
package org.firstfix.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
