@NamedInterface("use-cases")
@NullMarked
package org.firstfix.dispatch.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
