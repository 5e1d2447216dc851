@NamedInterface("use-cases")
@NullMarked
package org.firstfix.organization.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
