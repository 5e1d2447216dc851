/** What a question is, how a paper is drawn and graded, and what a result says. */
@NamedInterface("use-cases")
@NullMarked
package org.firstfix.exam.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
