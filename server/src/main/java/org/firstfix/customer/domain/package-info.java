@NullMarked
package org.firstfix.customer.domain;

import org.jspecify.annotations.NullMarked;
