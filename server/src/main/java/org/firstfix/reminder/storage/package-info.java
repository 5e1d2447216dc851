/** The only writer of the module's tables. */
@NullMarked
package org.firstfix.reminder.storage;

import org.jspecify.annotations.NullMarked;
