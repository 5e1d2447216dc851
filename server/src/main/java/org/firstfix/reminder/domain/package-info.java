/** When somebody is reminded, who hears it next, and what people may do about it. */
@NullMarked
package org.firstfix.reminder.domain;

import org.jspecify.annotations.NullMarked;
