@NullMarked
package org.firstfix.diagnosis.reaction;

import org.jspecify.annotations.NullMarked;
