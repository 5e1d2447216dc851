/** What waits for somebody, and what happened to it. */
@NullMarked
package org.firstfix.reminder.query;

import org.jspecify.annotations.NullMarked;
