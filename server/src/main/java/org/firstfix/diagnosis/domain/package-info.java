@NamedInterface("use-cases")
@NullMarked
package org.firstfix.diagnosis.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
