@NullMarked
package org.firstfix.diagnosis.query;

import org.jspecify.annotations.NullMarked;
