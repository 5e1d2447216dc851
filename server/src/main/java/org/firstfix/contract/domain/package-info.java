/** Contracts with their states, coverage codes, and the rule of what may be claimed. */
@NullMarked
package org.firstfix.contract.domain;

import org.jspecify.annotations.NullMarked;
