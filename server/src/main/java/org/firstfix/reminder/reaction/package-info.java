/** What modules below announce and somebody has to do. */
@NullMarked
package org.firstfix.reminder.reaction;

import org.jspecify.annotations.NullMarked;
