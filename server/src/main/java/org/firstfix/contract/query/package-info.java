/** What the screens and other modules read. */
@NullMarked
package org.firstfix.contract.query;

import org.jspecify.annotations.NullMarked;
