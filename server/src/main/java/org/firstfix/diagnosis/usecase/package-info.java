@NamedInterface("use-cases")
@NullMarked
package org.firstfix.diagnosis.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
