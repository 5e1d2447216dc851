@NullMarked
package org.firstfix.cases.query;

import org.jspecify.annotations.NullMarked;
