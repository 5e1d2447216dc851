@NullMarked
package org.firstfix.cases.usecase;

import org.jspecify.annotations.NullMarked;
