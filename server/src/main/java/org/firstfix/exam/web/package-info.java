/** Exams over HTTP. */
@NullMarked
package org.firstfix.exam.web;

import org.jspecify.annotations.NullMarked;
