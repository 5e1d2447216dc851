@NamedInterface("use-cases")
@NullMarked
package org.firstfix.asset.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
