@NullMarked
package org.firstfix.diagnosis.usecase;

import org.jspecify.annotations.NullMarked;
