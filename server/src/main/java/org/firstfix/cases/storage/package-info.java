@NullMarked
package org.firstfix.cases.storage;

import org.jspecify.annotations.NullMarked;
