@NamedInterface("use-cases")
@NullMarked
package org.firstfix.cases.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
