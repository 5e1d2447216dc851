@NamedInterface("use-cases")
@NullMarked
package org.firstfix.workorder.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
