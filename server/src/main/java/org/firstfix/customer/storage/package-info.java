@NullMarked
package org.firstfix.customer.storage;

import org.jspecify.annotations.NullMarked;
