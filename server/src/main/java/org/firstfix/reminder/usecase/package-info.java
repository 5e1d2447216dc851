/** What happens to duties, by people and by the hour. */
@NamedInterface("use-cases")
@NullMarked
package org.firstfix.reminder.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
