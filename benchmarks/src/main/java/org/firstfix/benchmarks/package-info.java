/** How the product behaves when it is full and when many people work at once. Plain programs, measured by hand. */
@NullMarked
package org.firstfix.benchmarks;

import org.jspecify.annotations.NullMarked;
