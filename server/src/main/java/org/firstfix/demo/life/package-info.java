@NullMarked
package org.firstfix.demo.life;

import org.jspecify.annotations.NullMarked;
