@NullMarked
package org.firstfix.asset.usecase;

import org.jspecify.annotations.NullMarked;
