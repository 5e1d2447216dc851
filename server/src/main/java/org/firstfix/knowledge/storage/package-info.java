/** The only writer of the module's tables. */
@NullMarked
package org.firstfix.knowledge.storage;

import org.jspecify.annotations.NullMarked;
