/** What the screens of exams show. */
@NamedInterface("use-cases")
@NullMarked
package org.firstfix.exam.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
