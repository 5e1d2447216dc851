@NullMarked
package org.firstfix.diagnosis.domain;

import org.jspecify.annotations.NullMarked;
