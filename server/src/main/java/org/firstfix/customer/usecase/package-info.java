@NullMarked
package org.firstfix.customer.usecase;

import org.jspecify.annotations.NullMarked;
