@NamedInterface("use-cases")
@NullMarked
package org.firstfix.customer.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
