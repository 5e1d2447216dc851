@NamedInterface("use-cases")
@NullMarked
package org.firstfix.asset.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
