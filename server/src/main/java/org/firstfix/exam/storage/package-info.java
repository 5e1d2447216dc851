/** The tables of exams. */
@NullMarked
package org.firstfix.exam.storage;

import org.jspecify.annotations.NullMarked;
