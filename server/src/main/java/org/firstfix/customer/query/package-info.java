@NullMarked
package org.firstfix.customer.query;

import org.jspecify.annotations.NullMarked;
