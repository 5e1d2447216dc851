/** Contracts with their states, coverage codes, and the rule of what may be claimed. */
@NamedInterface("use-cases")
@NullMarked
package org.firstfix.contract.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
