@NullMarked
package org.firstfix.customer.web;

import org.jspecify.annotations.NullMarked;
