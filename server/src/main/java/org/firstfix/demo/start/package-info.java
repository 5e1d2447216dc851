@NullMarked
package org.firstfix.demo.start;

import org.jspecify.annotations.NullMarked;
