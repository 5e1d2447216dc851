/** HTTP entrance. */
@NullMarked
package org.firstfix.sla.web;

import org.jspecify.annotations.NullMarked;
