/** What people do with questions, exams and papers. */
@NamedInterface("use-cases")
@NullMarked
package org.firstfix.exam.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
