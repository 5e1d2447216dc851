@NullMarked
package org.firstfix.demo.scenery;

import org.jspecify.annotations.NullMarked;
