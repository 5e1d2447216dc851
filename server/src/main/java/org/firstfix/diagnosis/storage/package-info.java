@NullMarked
package org.firstfix.diagnosis.storage;

import org.jspecify.annotations.NullMarked;
