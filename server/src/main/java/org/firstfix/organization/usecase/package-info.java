@NamedInterface("use-cases")
@NullMarked
package org.firstfix.organization.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
