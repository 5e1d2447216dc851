/**
 * What every module stands on and no business word: identity and scope, use cases and their transaction, the journal,
 * problems, paging, files, search, jobs, texts, the live stream and the embedded database.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package org.firstfix.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
