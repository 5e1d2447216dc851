/**
 * What a fault probably is, and which parts to carry: learnt from past tickets, in Chinese and English.
 *
 * <p>The package is named after the work, fault finding, because the server's module {@code org.firstfix.diagnosis} already owns the other name: a
 * package of two jars would be two things under one word.
 */
@NullMarked
package org.firstfix.faultfinding;

import org.jspecify.annotations.NullMarked;
