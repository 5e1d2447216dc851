@NamedInterface("use-cases")
@NullMarked
package org.firstfix.cases.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
