/** What people and jobs do with contracts and coverage codes. */
@NamedInterface("use-cases")
@NullMarked
package org.firstfix.contract.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
