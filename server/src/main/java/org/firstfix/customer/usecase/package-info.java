@NamedInterface("use-cases")
@NullMarked
package org.firstfix.customer.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
