/** Reminders over HTTP. */
@NullMarked
package org.firstfix.reminder.web;

import org.jspecify.annotations.NullMarked;
