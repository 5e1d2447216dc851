@NullMarked
package org.firstfix.asset.storage;

import org.jspecify.annotations.NullMarked;
