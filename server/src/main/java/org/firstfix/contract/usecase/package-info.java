/** What people and jobs do with contracts and coverage codes. */
@NullMarked
package org.firstfix.contract.usecase;

import org.jspecify.annotations.NullMarked;
