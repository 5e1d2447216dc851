@NamedInterface("use-cases")
@NullMarked
package org.firstfix.dispatch.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
