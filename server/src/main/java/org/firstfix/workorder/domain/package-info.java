@NamedInterface("use-cases")
@NullMarked
package org.firstfix.workorder.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
