@NullMarked
package org.firstfix.cases.reaction;

import org.jspecify.annotations.NullMarked;
