@NullMarked
package org.firstfix.asset.query;

import org.jspecify.annotations.NullMarked;
