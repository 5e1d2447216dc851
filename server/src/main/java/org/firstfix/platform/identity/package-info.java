/** Who acts, and signing in and out. */
@NullMarked
package org.firstfix.platform.identity;

import org.jspecify.annotations.NullMarked;
