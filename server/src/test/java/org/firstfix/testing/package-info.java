/** What tests of the running server share. */
@NullMarked
package org.firstfix.testing;

import org.jspecify.annotations.NullMarked;
