@NullMarked
package org.firstfix.asset.reaction;

import org.jspecify.annotations.NullMarked;
